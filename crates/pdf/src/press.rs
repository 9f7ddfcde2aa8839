//! The printing press: a world for typst that holds our templates, our typefaces and one letter.

use crate::{PdfError, clean};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

include!(concat!(env!("OUT_DIR"), "/typefaces.rs"));

#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Advice,
    Response,
    Sheet,
}

/// What every letter shares; made once. The paths are constants: typst remembers each path for ever.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    parts: Source,
    advice: Source,
    response: Source,
    sheet: Source,
    letter: FileId,
}

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let fonts: Vec<Font> = TYPEFACES.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    Desk {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        parts: source("/parts.typ", include_str!("letters/parts.typ")),
        advice: source("/advice.typ", include_str!("letters/advice.typ")),
        response: source("/response.typ", include_str!("letters/response.typ")),
        sheet: source("/sheet.typ", include_str!("letters/sheet.typ")),
        letter: path("/letter.json"),
    }
});

fn source(name: &str, text: &str) -> Source {
    Source::new(path(name), text.to_owned())
}

fn path(name: &str) -> FileId {
    let inside = VirtualPath::new(name).expect("a constant path of ours");
    RootedPath::new(VirtualRoot::Project, inside).intern()
}

/// The desk with one letter on it.
struct Job {
    form: Form,
    letter: Bytes,
}

impl Job {
    fn template(&self) -> &'static Source {
        match self.form {
            Form::Advice => &DESK.advice,
            Form::Response => &DESK.response,
            Form::Sheet => &DESK.sheet,
        }
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &DESK.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &DESK.book
    }

    fn main(&self) -> FileId {
        self.template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [self.template(), &DESK.parts]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == DESK.letter { Ok(self.letter.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        DESK.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None // A letter knows its own date; the clock would make each copy different.
    }
}

pub(crate) fn print(form: Form, mut letter: Value, made_at: Timestamp) -> Result<Vec<u8>, PdfError> {
    clean::all(&mut letter, &has_shape);
    let job = Job { form, letter: Bytes::from_string(letter.to_string()) };
    let done = set(&job, made_at);
    // typst keeps what it computed for a next time; letters of others must not stay in memory.
    comemo::evict(0);
    done
}

fn set(job: &Job, made_at: Timestamp) -> Result<Vec<u8>, PdfError> {
    let document =
        typst::compile::<PagedDocument>(job).output.map_err(|errors| PdfError::Layout(sentences(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PdfError::Standard(format!("{error:?}")))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Beraad".to_owned())),
        timestamp: moment(made_at),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| PdfError::Standard(sentences(&errors)))
}

fn has_shape(letter: char) -> bool {
    DESK.fonts.iter().any(|font| font.info().coverage.contains(letter.into()))
}

fn moment(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let at = at.to_zoned(TimeZone::UTC);
    let part = |n: i8| n.unsigned_abs();
    let moment = Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    )?;
    Some(typst_pdf::Timestamp::new_utc(moment))
}

fn sentences(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
