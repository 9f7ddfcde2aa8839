//! Sending a stored file: always as an attachment, in a sandbox, so that nothing in it runs as ours.

use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use super::cx::Outcome;
use super::problem::Problem;
use crate::db::Conn;
use crate::files::{self, File};

/// The response that carries a file. Who may have it, the caller has asked.
pub async fn download(conn: &mut Conn, file: &File) -> Outcome {
    let bytes = files::content(conn, file).await?;
    attachment(&file.name, &file.media_type, bytes)
}

/// The same for what was made just now, such as a letter.
pub fn attachment(name: &str, media_type: &str, bytes: Vec<u8>) -> Outcome {
    let text = |value: &str| HeaderValue::from_str(value).map_err(Problem::fault);
    let headers = [
        (header::CONTENT_TYPE, text(&with_charset(media_type))?),
        (header::CONTENT_DISPOSITION, text(&disposition(name))?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, bytes).into_response())
}

/// Texts are UTF-8: others were not taken.
fn with_charset(media_type: &str) -> String {
    if media_type.starts_with("text/") { format!("{media_type}; charset=utf-8") } else { media_type.to_owned() }
}

/// RFC 6266: a plain name for old programs, and the real one.
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
    let real = name.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b".-_~".contains(&b) {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
        out
    });
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{real}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_breaks_no_header() {
        assert_eq!(
            disposition("Brief \"één\"\r\n.pdf"),
            "attachment; filename=\"Brief ___n___.pdf\"; filename*=UTF-8''Brief%20%22%C3%A9%C3%A9n%22%0D%0A.pdf"
        );
    }
}
