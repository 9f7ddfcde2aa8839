//! The logo: what is taken for one, and how it is served. Only pictures that cannot do anything: no SVG.
//!
//! GET /logo/{id}/{file}

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use platform::args;
use platform::choice::Choice;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::files::{self, Media};
use platform::id::{self, FileId, OrganisationId, PersonId};
use platform::policy;
use platform::web::{Cx, Outcome, Problem};

use crate::policy::Viewing;
use crate::room;
use crate::style::FOR_GOOD;

/// A logo stands on every page of an organisation: 200 kB is plenty.
pub const BYTES_MOST: usize = 200 * 1024;
/// Its sides in pixels; sharp enough on paper, and no bomb.
const SIDE: std::ops::RangeInclusive<u32> = 16..=2_000;
const PIXELS_MOST: u64 = 2_000_000;

platform::statements! {
    SHOWN: (FileId,) = "SELECT logo FROM organisation_letterhead WHERE organisation = $1 AND logo = $2";
    // A file that is or was the logo of this organisation.
    ONCE: (i64,) = "SELECT COUNT(*) FROM setting_change WHERE organisation = $1 AND setting = 'logo' AND (was = $2 OR became = $2)";
}

/// Why a file is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    None,
    Svg,
    Kind,
    TooLarge,
    /// Too many or too few pixels.
    Pixels,
}

/// A picture that may be a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    media: Media,
    bytes: Vec<u8>,
}

/// Looks at what was sent; the name says nothing, the content everything.
pub fn look_at(bytes: &[u8]) -> std::result::Result<Picture, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::None);
    }
    if bytes.len() > BYTES_MOST {
        return Err(Unfit::TooLarge);
    }
    let (media, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (Media::Png, png_size(bytes))
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        (Media::Jpeg, jpeg_size(bytes))
    } else {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_lowercase();
        return Err(if start.contains("<svg") || start.contains("<?xml") { Unfit::Svg } else { Unfit::Kind });
    };
    let (width, height) = size.ok_or(Unfit::Kind)?;
    let fits = SIDE.contains(&width) && SIDE.contains(&height) && u64::from(width) * u64::from(height) <= PIXELS_MOST;
    if fits { Ok(Picture { media, bytes: bytes.to_vec() }) } else { Err(Unfit::Pixels) }
}

/// The first piece of a PNG is its header: width and height.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(16)?, number(20)?))
}

/// Walks along the pieces of a JPEG to the one that begins the picture.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // Start of a frame, in any way of coding; not the tables that share the range.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Some((number(at + 7)?, number(at + 5)?)),
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(number(at + 2)?).ok()?,
        }
    }
}

impl Picture {
    /// As it travels within a page, while it is only looked at.
    pub fn carried(&self) -> String {
        format!("data:{};base64,{}", self.media.word(), STANDARD.encode(&self.bytes))
    }

    /// Reads back what a page carried; it is looked at anew.
    pub fn of_carried(text: &str) -> Option<Self> {
        let (_, coded) = text.strip_prefix("data:")?.split_once(";base64,")?;
        look_at(&STANDARD.decode(coded).ok()?).ok()
    }

    pub async fn keep(&self, tx: &mut Tx, by: &PersonId, now: Moment) -> Result<FileId> {
        let name = if self.media == Media::Png { "logo.png" } else { "logo.jpg" };
        let fit = files::Fit { name: name.into(), media: self.media, bytes: &self.bytes };
        files::keep(tx, Some(by), &fit, now).await
    }
}

/// Whether a file was the logo of this organisation once, so that it may be put back.
pub async fn was(conn: &mut Conn, of: &OrganisationId, file: &str) -> Result<bool> {
    Ok(conn.value(ONCE, args![of, file]).await? > 0)
}

/// The logo as it stands now, for anybody. An older one is for who may read the history.
pub(crate) async fn serve(cx: Cx, Path((of, file)): Path<(OrganisationId, FileId)>) -> Outcome {
    if !id::is_id(of.as_str()) || !id::is_id(file.as_str()) {
        return Err(Problem::NotFound);
    }
    let mut reader = cx.reader().await?;
    let is_shown = reader.one(SHOWN, args![of, file]).await?.is_some();
    if !is_shown {
        let settings = room::find(&mut reader, &of).await?;
        let may = policy::may::<Viewing>(cx.actor(), &settings) && was(&mut reader, &of, file.as_str()).await?;
        may.then_some(()).ok_or(Problem::NotFound)?;
    }
    let file = files::find(&mut reader, &file).await?.ok_or(Problem::NotFound)?;
    let bytes = files::content(&mut reader, &file).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_str(&file.media_type).map_err(Problem::fault)?),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
        (header::CACHE_CONTROL, if is_shown { FOR_GOOD } else { HeaderValue::from_static("no-store") }),
    ];
    Ok((headers, bytes).into_response())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A header of a PNG of this size; nothing of the picture itself.
    pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc0, 0, 11, 8];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([1, 1, 0x11, 0]);
        bytes
    }

    #[test]
    fn the_content_says_what_it_is_and_how_large() {
        assert_eq!(png_size(&png(320, 120)), Some((320, 120)));
        assert_eq!(jpeg_size(&jpeg(640, 200)), Some((640, 200)));
        assert!(look_at(&png(320, 120)).is_ok() && look_at(&jpeg(640, 200)).is_ok());
    }

    #[test]
    fn what_is_no_logo_is_refused() {
        let refused = |bytes: &[u8]| look_at(bytes).unwrap_err();
        assert_eq!(refused(b""), Unfit::None);
        assert_eq!(refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Unfit::Svg);
        assert_eq!(refused(b"<?xml version='1.0'?><svg/>"), Unfit::Svg);
        assert_eq!(refused(b"GIF89a"), Unfit::Kind);
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n"), Unfit::Kind, "a PNG without a header");
        assert_eq!(refused(&[0xff, 0xd8, 0xff, 0xe0, 0xff]), Unfit::Kind, "a JPEG that breaks off");
        assert_eq!(refused(&png(20_000, 20_000)), Unfit::Pixels);
        assert_eq!(refused(&png(2_000, 2_000)), Unfit::Pixels);
        assert_eq!(refused(&png(8, 8)), Unfit::Pixels);
        assert_eq!(refused(&vec![0; BYTES_MOST + 1]), Unfit::TooLarge);
    }

    #[test]
    fn what_a_page_carries_is_looked_at_anew() {
        let picture = look_at(&png(320, 120)).expect("a picture");
        assert_eq!(Picture::of_carried(&picture.carried()), Some(picture));
        for text in ["", "data:", "data:image/png;base64,###", "data:image/svg+xml;base64,PHN2Zy8+"] {
            assert_eq!(Picture::of_carried(text), None, "{text}");
        }
    }
}
