//! Styles, scripts, signs and typefaces: built by `make assets`, embedded by the build script, served from
//! memory under names that change with their content.

use sha2::{Digest, Sha256};

mod embedded {
    use super::{Asset, Bytes};
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// One file, with its compressed twins when it has them.
#[derive(Debug)]
pub struct Asset {
    /// As the sources call it: `app.css`.
    pub name: &'static str,
    /// With the hash of its content: `app.3f2a9c….css`.
    pub file: &'static str,
    /// As a page names it: `/assets/app.3f2a9c….css`.
    pub path: &'static str,
    pub content_type: &'static str,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

#[derive(Debug)]
struct Bytes {
    bytes: &'static [u8],
    sha256: &'static str,
}

/// What to answer to `GET /assets/{file}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Served {
    /// 200, or 304 with an empty body.
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: &'static [u8],
}

/// A file in this program is not the one that was built.
#[derive(Debug, PartialEq, Eq)]
pub struct Corrupted(pub &'static str);

impl std::fmt::Display for Corrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the asset {} is damaged", self.0)
    }
}

impl std::error::Error for Corrupted {}

/// The path of an asset for use in a page. A name that does not exist is found by the first test that draws
/// the page; in a released program it is a link to nothing rather than a page that fails.
pub fn asset(name: &str) -> &'static str {
    let found = embedded::FILES.iter().find(|asset| asset.name == name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.map_or("/assets/missing", |asset| asset.path)
}

/// The address of one sign or icon of the sprite, for `<use href>`.
pub fn sign(id: &str) -> String {
    format!("{}#{id}", asset("signs.svg"))
}

pub fn all() -> &'static [Asset] {
    embedded::FILES
}

/// Classes that were left out of the style sheet because no page used them when it was built.
pub fn purged() -> &'static [&'static str] {
    embedded::PURGED
}

/// The answer for a file of this name, or nothing when there is none.
pub fn serve(file: &str, accept_encoding: Option<&str>, if_none_match: Option<&str>) -> Option<Served> {
    let asset = embedded::FILES.iter().find(|asset| asset.file == file)?;
    let (chosen, encoding) = asset.encoded_for(accept_encoding.unwrap_or_default());
    let etag = format!("\"{}\"", &chosen.sha256[..32]);
    let fresh = if_none_match.is_some_and(|tags| tags.contains(&etag) || tags.trim() == "*");
    let mut headers = vec![("cache-control", "public, max-age=31536000, immutable".to_owned()), ("etag", etag)];
    if asset.gzip.is_some() {
        headers.push(("vary", "accept-encoding".to_owned()));
    }
    if fresh {
        return Some(Served { status: 304, headers, body: &[] });
    }
    headers.push(("content-type", asset.content_type.to_owned()));
    headers.extend(encoding.map(|name| ("content-encoding", name.to_owned())));
    Some(Served { status: 200, headers, body: chosen.bytes })
}

/// Compares every file with the hash it was built with. Done once, at the start of the program.
pub fn verify() -> Result<(), Corrupted> {
    match embedded::FILES.iter().find(|asset| !asset.is_whole()) {
        Some(asset) => Err(Corrupted(asset.file)),
        None => Ok(()),
    }
}

impl Asset {
    fn encoded_for(&self, accepted: &str) -> (&Bytes, Option<&'static str>) {
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts(accepted, "br") => (brotli, Some("br")),
            (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
            _ => (&self.plain, None),
        }
    }

    fn is_whole(&self) -> bool {
        [Some(&self.plain), self.gzip.as_ref(), self.brotli.as_ref()].into_iter().flatten().all(Bytes::is_whole)
    }
}

impl Bytes {
    fn is_whole(&self) -> bool {
        let found: String = Sha256::digest(self.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        found == self.sha256
    }
}

/// Whether a list such as `gzip;q=0.8, br;q=0` names this encoding and does not refuse it.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.unwrap_or(1.0) > 0.0
    })
}

#[cfg(test)]
mod tests;
