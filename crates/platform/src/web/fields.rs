//! A form as it comes in: read within limits, checked to come from a page of ours, and kept when it cannot
//! be taken.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::cx::{Cx, form_pairs};
use super::pace::Pace;
use super::problem::{HeldFor, Problem};
use super::route::RouteInfo;
use crate::choice::Choice;
use crate::files;
use crate::scan::{self, Verdict};
use crate::secret;

/// What a form without a file may weigh.
const TEXT_BYTES_MAX: usize = 1024 * 1024;
/// What a form with a file may weigh.
const FORM_BYTES_MAX: usize = files::SIZE_BYTES_MAX + TEXT_BYTES_MAX;
/// How many fields a form may have.
const FIELDS_MAX: usize = 500;
/// How long a form may take to come in. A 20 MB file over a slow line (1 Mbit/s) takes 160 seconds.
const PATIENCE: Duration = Duration::from_secs(240);
/// How long a form without a file may take.
const TEXT_PATIENCE: Duration = Duration::from_secs(30);

/// The field that carries the form token.
pub(crate) const TOKEN: &str = "_token";
/// In a form that was held: the name of a field that had a file, which has to be chosen again.
const HAD_FILE: &str = "_bestand";

/// A file in a form.
#[derive(Debug, Clone)]
pub struct Upload {
    pub field: String,
    pub name: String,
    pub bytes: Bytes,
}

/// The fields of a form, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// Where the form was sent.
    pub path: String,
    pairs: Vec<(String, String)>,
    files: Vec<Upload>,
}

impl Fields {
    /// The text of a field without the space around it; empty when it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    /// The text exactly as typed, with line ends as one sign.
    pub fn raw(&self, name: &str) -> String {
        self.pairs.iter().find(|(n, _)| n == name).map_or_else(String::new, |(_, v)| v.replace("\r\n", "\n"))
    }

    /// All values of a field that may come back: `tekst[]`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim())
    }

    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(n, _)| n == name)
    }

    /// The choice in a field; nothing when it is absent or not one of the words.
    pub fn choice<C: Choice>(&self, name: &str) -> Option<C> {
        C::of(self.text(name))
    }

    /// The file in a field; a file field that was left empty counts as absent.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|f| f.field == name && !(f.name.is_empty() && f.bytes.is_empty()))
    }

    /// All files of a field that takes several (`stuk[]`).
    pub fn uploads<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Upload> {
        self.files.iter().filter(move |f| f.field == name && !(f.name.is_empty() && f.bytes.is_empty()))
    }

    /// What was typed, without our own hidden fields; for showing it again.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().filter(|(n, _)| n != TOKEN && n != HAD_FILE).map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// What is carried along while somebody signs in: what was typed, and which fields had a file.
    pub fn carried(&self) -> Vec<(&str, &str)> {
        self.typed().chain(self.file_fields().into_iter().map(|field| (HAD_FILE, field))).collect()
    }

    /// The names of the fields that had a file. A file itself is never held: it is chosen again.
    pub fn file_fields(&self) -> Vec<&str> {
        let chosen = self.files.iter().filter(|f| !f.bytes.is_empty()).map(|f| f.field.as_str());
        let carried = self.pairs.iter().filter(|(n, _)| n == HAD_FILE).map(|(_, v)| v.as_str());
        let mut names: Vec<&str> = chosen.chain(carried).collect();
        names.dedup();
        names
    }

    /// Refuses fields that the form does not have, and fields that come twice (`name[]` may).
    ///
    /// # Errors
    /// [`Problem::Malformed`]: a browser never sends this.
    pub fn only(&self, names: &[&str]) -> Result<(), Problem> {
        let known = |n: &str| n == TOKEN || names.contains(&n);
        if self.pairs.iter().any(|(n, _)| !known(n)) || self.files.iter().any(|f| !known(&f.field)) {
            return Err(Problem::Malformed("a field that the form does not have"));
        }
        for (i, (name, _)) in self.pairs.iter().enumerate() {
            if !name.ends_with("[]") && self.pairs[..i].iter().any(|(n, _)| n == name) {
                return Err(Problem::Malformed("a field that comes twice"));
            }
        }
        Ok(())
    }

    /// For tests and for what is not a form.
    pub fn of(path: &str, pairs: &[(&str, &str)]) -> Self {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Self { path: path.to_owned(), pairs, files: Vec::new() }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let cx = request.extensions().get::<Cx>().cloned().ok_or(Problem::WrongMethod)?;
        let open = request.extensions().get::<RouteInfo>().is_some_and(|r| r.open);
        from_our_own_page(request.headers(), &cx)?;
        let mut fields = read(request, state).await?;
        fields.path = cx.path().to_owned();
        match cx.visit().filter(|visit| open || visit.half.is_none()) {
            None if open => looked_over(&cx, fields).await,
            None => Err(Problem::Held(Box::new(fields), HeldFor::SignIn)),
            Some(visit) if secret::form_token_fits(&visit.secret, fields.text(TOKEN)) => looked_over(&cx, fields).await,
            Some(_) if open => looked_over(&cx, fields).await,
            Some(_) => Err(Problem::Held(Box::new(fields), HeldFor::OldPage)),
        }
    }
}

/// Counts the files of a form, and has each looked over where a scanner was set.
async fn looked_over(cx: &Cx, fields: Fields) -> Result<Fields, Problem> {
    let bytes: usize = fields.files.iter().map(|file| file.bytes.len()).sum();
    if bytes == 0 {
        return Ok(fields);
    }
    cx.paced(Pace::Upload, bytes)?;
    let Some(scanner) = &cx.app().config().clamd else { return Ok(fields) };
    for file in &fields.files {
        match scan::scan(scanner, &file.bytes).await {
            Ok(Verdict::Clean) => {}
            Ok(Verdict::Harmful(what)) => {
                tracing::warn!(what, person = cx.actor().hand().map(|p| p.as_str()), "a harmful file was refused");
                return Err(Problem::Held(Box::new(fields), HeldFor::Harmful));
            }
            Err(error) => {
                tracing::error!(%error, "the scanner cannot be asked, so no file is taken");
                return Err(Problem::Busy);
            }
        }
    }
    Ok(fields)
}

/// Browsers say where a form comes from; one that says "elsewhere" is refused.
fn from_our_own_page(headers: &HeaderMap, cx: &Cx) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("sec-fetch-site")
        && !matches!(site, "same-origin" | "none")
    {
        return Err(Problem::Foreign);
    }
    let Some(origin) = text("origin") else { return Ok(()) };
    let host = text("host").unwrap_or_default();
    let ours = origin == cx.app().config().base_url || origin.split_once("://").is_some_and(|(_, o)| o == host);
    if ours { Ok(()) } else { Err(Problem::Foreign) }
}

async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Fields, Problem> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_lowercase();
    if kind.starts_with("multipart/form-data") {
        return tokio::time::timeout(PATIENCE, read_parts(request, state)).await.map_err(|_| Problem::Slow)?;
    }
    if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Problem::Malformed("a form of a kind that no page sends"));
    }
    let body = Limited::new(request.into_body(), TEXT_BYTES_MAX);
    let bytes = tokio::time::timeout(TEXT_PATIENCE, body.collect()).await.map_err(|_| Problem::Slow)?;
    let bytes = bytes.map_err(|e| too_large_or_broken(&*e))?.to_bytes();
    let text = std::str::from_utf8(&bytes).map_err(|_| Problem::Malformed("it is not UTF-8"))?;
    let pairs: Vec<_> = form_pairs(text).take(FIELDS_MAX + 1).collect();
    bounded(Fields { pairs, ..Fields::default() })
}

fn too_large_or_broken(error: &(dyn std::error::Error + 'static)) -> Problem {
    if error.downcast_ref::<LengthLimitError>().is_some() {
        Problem::TooLarge
    } else {
        Problem::Malformed("the form broke off")
    }
}

async fn read_parts<S: Send + Sync>(request: Request, state: &S) -> Result<Fields, Problem> {
    let (parts, body) = request.into_parts();
    // This limit is the one that counts; the router lifts axum's own, of 2 MB.
    let limited = axum::body::Body::new(Limited::new(body, FORM_BYTES_MAX));
    let request = Request::from_parts(parts, limited);
    let mut parts =
        Multipart::from_request(request, state).await.map_err(|_| Problem::Malformed("parts without a border"))?;
    let mut fields = Fields::default();
    while let Some(part) = parts.next_field().await.map_err(|e| part_problem(&e))? {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(name) => {
                let bytes = part.bytes().await.map_err(|e| part_problem(&e))?;
                fields.files.push(Upload { field, name, bytes });
            }
            None => fields.pairs.push((field, part.text().await.map_err(|e| part_problem(&e))?)),
        }
        if fields.pairs.len() + fields.files.len() > FIELDS_MAX {
            return Err(Problem::Malformed("too many fields"));
        }
    }
    bounded(fields)
}

fn part_problem(error: &axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::TooLarge;
    }
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(cause) = next {
        if cause.is::<LengthLimitError>() {
            return Problem::TooLarge;
        }
        next = cause.source();
    }
    Problem::Malformed("the form broke off")
}

fn bounded(fields: Fields) -> Result<Fields, Problem> {
    if fields.pairs.len() > FIELDS_MAX {
        return Err(Problem::Malformed("too many fields"));
    }
    // PostgreSQL keeps no NUL in a text, and no page needs one.
    if fields.pairs.iter().any(|(n, v)| n.contains('\0') || v.contains('\0')) {
        return Err(Problem::Malformed("a NUL sign"));
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_comes_twice_or_is_unknown_is_refused() {
        let form = Fields::of("/", &[("a", "1"), ("b[]", "1"), ("b[]", "2")]);
        assert!(form.only(&["a", "b[]"]).is_ok());
        assert!(form.only(&["a"]).is_err());
        assert!(Fields::of("/", &[("a", "1"), ("a", "2")]).only(&["a"]).is_err());
    }
}
