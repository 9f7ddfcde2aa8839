//! Stored files: in the database, in parts, in the same transaction as what they belong to.
//!
//! A file is kept only when its content is what its name says. It is served as an attachment, from a
//! path of its own, by the slice that knows who may have it.

use sha2::{Digest, Sha256};

use crate::args;
use crate::clock::Moment;
use crate::db::{Conn, Result, Tx};
use crate::id::{FileId, PersonId};

/// The largest file that is taken: 20 MB.
pub const SIZE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// How much of a file is one row.
const PART_BYTES: usize = 256 * 1024;

crate::row! {
    /// What is known of a file without opening it.
    pub struct File {
        pub id: FileId,
        pub name: String,
        pub media_type: String,
        pub size_bytes: i64,
        pub sha256: String,
    }
}

crate::statements! {
    KEEP: () = "INSERT INTO file (id, name, media_type, size_bytes, sha256, by_person, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    KEEP_PART: () = "INSERT INTO file_part (file, n, bytes) VALUES ($1, $2, $3)";
    FIND: File = "SELECT id, name, media_type, size_bytes, sha256 FROM file WHERE id = $1";
    PART: (Vec<u8>,) = "SELECT bytes FROM file_part WHERE file = $1 AND n = $2";
}

crate::choice! {
    /// The kinds of file that are taken.
    pub enum Media {
        Pdf = "application/pdf",
        Odt = "application/vnd.oasis.opendocument.text",
        Ods = "application/vnd.oasis.opendocument.spreadsheet",
        Odp = "application/vnd.oasis.opendocument.presentation",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Png = "image/png",
        Jpeg = "image/jpeg",
        Text = "text/plain",
        Csv = "text/csv",
    }
}

impl Media {
    /// How people call it: `PDF`, `ODT`.
    pub fn label(self) -> &'static str {
        match self {
            Media::Pdf => "PDF",
            Media::Odt => "ODT",
            Media::Ods => "ODS",
            Media::Odp => "ODP",
            Media::Docx => "DOCX",
            Media::Xlsx => "XLSX",
            Media::Pptx => "PPTX",
            Media::Png => "PNG",
            Media::Jpeg => "JPG",
            Media::Text => "TXT",
            Media::Csv => "CSV",
        }
    }

    fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "pdf" => Media::Pdf,
            "odt" => Media::Odt,
            "ods" => Media::Ods,
            "odp" => Media::Odp,
            "docx" => Media::Docx,
            "xlsx" => Media::Xlsx,
            "pptx" => Media::Pptx,
            "png" => Media::Png,
            "jpg" | "jpeg" => Media::Jpeg,
            "txt" => Media::Text,
            "csv" => Media::Csv,
            _ => return None,
        })
    }

    /// Whether the content can be of this kind.
    fn fits(self, bytes: &[u8]) -> bool {
        match self {
            Media::Pdf => bytes.starts_with(b"%PDF-"),
            Media::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Media::Jpeg => bytes.starts_with(&[0xff, 0xd8, 0xff]),
            // The first entry of an OpenDocument file is its media type, not compressed.
            Media::Odt | Media::Ods | Media::Odp => {
                bytes.starts_with(b"PK\x03\x04")
                    && contains(&bytes[..bytes.len().min(200)], crate::choice::Choice::word(self).as_bytes())
            }
            Media::Docx => office(bytes, b"word/"),
            Media::Xlsx => office(bytes, b"xl/"),
            Media::Pptx => office(bytes, b"ppt/"),
            Media::Text | Media::Csv => std::str::from_utf8(bytes).is_ok_and(|t| !t.contains('\0')),
        }
    }
}

fn office(bytes: &[u8], folder: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && contains(bytes, b"[Content_Types].xml") && contains(bytes, folder)
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    TooLarge,
    /// Of a kind that is not taken.
    Kind,
    /// Its content is not what its name says.
    NotWhatItSays,
}

/// A file that may be kept.
#[derive(Debug, Clone)]
pub struct Fit<'a> {
    pub name: String,
    pub media: Media,
    pub bytes: &'a [u8],
}

/// Looks at a file that somebody sends. The name is cleaned: no folders, no control signs.
pub fn look_at<'a>(name: &str, bytes: &'a [u8]) -> std::result::Result<Fit<'a>, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if bytes.len() > SIZE_BYTES_MAX {
        return Err(Unfit::TooLarge);
    }
    let name = clean(name);
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
    let media = Media::of_extension(&extension).ok_or(Unfit::Kind)?;
    if media.fits(bytes) { Ok(Fit { name, media, bytes }) } else { Err(Unfit::NotWhatItSays) }
}

fn clean(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control() && !is_direction_mark(*c)).collect();
    let plain = plain.trim().trim_start_matches('.');
    // Keep the end: that is where the extension is.
    let skip = plain.chars().count().saturating_sub(120);
    let kept: String = plain.chars().skip(skip).collect();
    if kept.is_empty() { "bestand".to_owned() } else { kept }
}

/// Marks that turn the reading direction can make `exe.fdp` read as `pdf.exe`.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Keeps a file. It belongs to nothing until a slice refers to it in the same transaction.
pub async fn keep(tx: &mut Tx, by: Option<&PersonId>, fit: &Fit<'_>, now: Moment) -> Result<FileId> {
    use std::fmt::Write;
    let id = FileId::fresh();
    let sha = Sha256::digest(fit.bytes).iter().fold(String::new(), |mut s, b| {
        let _ = write!(s, "{b:02x}");
        s
    });
    tx.exactly_one(KEEP, args![id, fit.name, fit.media, fit.bytes.len(), sha, by, now]).await?;
    for (n, part) in fit.bytes.chunks(PART_BYTES).enumerate() {
        tx.exactly_one(KEEP_PART, args![id, n, part]).await?;
    }
    Ok(id)
}

pub async fn find(conn: &mut Conn, id: &FileId) -> Result<Option<File>> {
    conn.one(FIND, args![id]).await
}

/// The whole content.
pub async fn content(conn: &mut Conn, file: &File) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(file.size_bytes).unwrap_or(0));
    let mut n = 0i64;
    while let Some((part,)) = conn.one(PART, args![file.id, n]).await? {
        bytes.extend_from_slice(&part);
        n += 1;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_must_be_what_the_name_says() {
        assert!(look_at("plan.pdf", b"%PDF-1.7 ...").is_ok());
        assert_eq!(look_at("plan.pdf", b"<script>").unwrap_err(), Unfit::NotWhatItSays);
        assert_eq!(look_at("plan.exe", b"MZ").unwrap_err(), Unfit::Kind);
        assert_eq!(look_at("plan.svg", b"<svg/>").unwrap_err(), Unfit::Kind);
        assert_eq!(look_at("leeg.pdf", b"").unwrap_err(), Unfit::Empty);
    }

    #[test]
    fn a_name_has_no_folders_and_turns_no_direction() {
        assert_eq!(look_at("../../etc/x.txt", b"a").unwrap().name, "x.txt");
        assert_eq!(look_at("C:\\temp\\brief.txt", b"a").unwrap().name, "brief.txt");
        assert_eq!(look_at("a\u{202e}b\r\n.txt", b"a").unwrap().name, "ab.txt");
        assert!(look_at(&format!("{}.txt", "a".repeat(500)), b"a").unwrap().name.ends_with("a.txt"));
    }
}
