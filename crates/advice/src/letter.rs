//! The advice as a letter: on a page, and as a tagged PDF made of the same text.
//!
//! GET /dossiers/{id}/brief
//! GET /dossiers/{id}/brief.pdf

use std::time::Duration;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use identity::{directory, letterhead};
use platform::Role;
use platform::clock::Day;
use platform::db::Conn;
use platform::web::{Cx, Outcome, Problem};
use tokio::sync::{Semaphore, SemaphorePermit};
use ui::{dates, filters};

use crate::case::{Case, numbered};
use crate::draft::Draft;
use crate::kinds::{Body, CaseId, Kind};
use crate::papers::disposition;
use crate::round::Tally;
use crate::store::answers::{self, Recommendation};
use crate::store::drafts::{self, Minority};
use crate::store::issues::{self, Issue};
use crate::store::{people, rounds};
use crate::{Texts, room, texts};
use platform::Lang;

/// Everything the letter says.
pub(crate) struct Letter {
    pub case: Case,
    pub issue: Issue,
    pub draft: Draft,
    pub recommendations: Vec<Recommendation>,
    pub minorities: Vec<Minority>,
    pub tally: Option<Tally>,
    pub signed: Vec<(String, &'static str)>,
    /// The council's own addresses, from its settings; a line each.
    pub address: Vec<String>,
    pub copies: Vec<String>,
}

async fn gather(conn: &mut Conn, case: Case) -> Result<Letter, Problem> {
    let issue = issues::find(conn, &case.id).await?.ok_or(Problem::NotFound)?;
    let draft = drafts::version(conn, &case.id, issue.version).await?.ok_or(Problem::NotFound)?;
    let recommendations = answers::published(conn, &case.id).await?;
    let minorities = drafts::minorities(conn, &case.id).await?;
    let tally = match &issue.round {
        Some(round) => Some(Tally::of(&rounds::voters(conn, round).await?)),
        None => None,
    };
    let seated = directory::seated(conn, &case.council, issue.at.day()).await?;
    let signs =
        |role: Role| seated.iter().find(|s| s.role == role).map(|s| (s.name.clone(), ui::role_word(role, Lang::Nl)));
    let signed = [Role::Chair, Role::Secretary].into_iter().filter_map(signs).collect();
    let head = letterhead::of(conn, &case.council).await?;
    let postal = head.postal.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ");
    let address = [postal, head.email, head.phone, head.website].into_iter().filter(|line| !line.is_empty()).collect();
    let clerks = people::in_roles(conn, &case.municipality, people::CLERKS, issue.at.day()).await?;
    let mut copies = vec!["de contactambtenaar".to_owned()];
    // Whoever got it by mail stands there: the clerk when the municipal council decides.
    if case.decides == Body::MunicipalCouncil && !clerks.is_empty() {
        copies.insert(0, "de griffier".to_owned());
    }
    Ok(Letter { case, issue, draft, recommendations, minorities, tally, signed, address, copies })
}

impl Letter {
    pub fn number(&self) -> String {
        numbered(self.issue.year, self.issue.number)
    }

    /// Without the full stop of a title that is a sentence.
    fn subject(&self) -> &str {
        self.case.title.trim_end_matches('.')
    }

    fn title(&self) -> &str {
        if self.draft.title.is_empty() { &self.case.title } else { &self.draft.title }
    }

    /// *Geacht college,*: a letter is Dutch.
    fn opening(&self) -> String {
        let title = self.subject();
        match self.case.kind {
            Kind::Requested => format!("U vroeg ons advies over “{title}”. Hierbij ontvangt u het."),
            Kind::Unsolicited | Kind::ThinkAlong => {
                format!("Wij geven u uit onszelf advies over “{title}”. Wij leggen uit waarom.")
            }
        }
    }

    fn day(&self) -> Day {
        self.issue.at.day()
    }

    /// By when the council hopes for an answer: the rule's day, or the usual six weeks.
    fn answer_by(&self) -> Day {
        self.issue.answer_due_on.unwrap_or_else(|| self.day().plus_days(42))
    }

    fn whose(minority: &Minority) -> String {
        if minority.named { minority.name.clone() } else { "één lid".to_owned() }
    }

    fn as_pdf(&self, demo: bool) -> pdf::Letter {
        let small = |n: i64| u32::try_from(n).unwrap_or(0);
        pdf::Letter {
            council: pdf::Organisation { name: self.case.council_name.clone(), address: self.address.clone() },
            house_colour: None,
            addressee: vec![
                "Aan het college van burgemeester en wethouders".into(),
                format!("van {}", self.case.municipality_name),
            ],
            place: self.case.council_short.clone(),
            date: self.day().0,
            reference: self.number(),
            requested_on: self.case.received_on.map(|d| d.0),
            subject: self.subject().to_owned(),
            title: self.title().to_owned(),
            salutation: "Geacht college,".into(),
            opening: self.opening(),
            summary: self.draft.summary.clone(),
            considered: self.draft.considered.clone(),
            heard: self.draft.heard.clone(),
            quotes: Vec::new(),
            recommendations: self.recommendations.iter().map(recommendation).collect(),
            equal_chances: self.draft.equal_chances.clone(),
            answer_by: self.answer_by().0,
            consent: self.tally.filter(|t| t.members > 0).map(|t| pdf::Consent {
                members: small(t.members),
                agreed: small(t.agreed + t.with_remark),
                with_remark: small(t.with_remark),
                objected: small(t.objected),
                abstained: small(t.abstained),
            }),
            anyway: self.issue.anyway.clone(),
            minority: self
                .minorities
                .iter()
                .map(|m| pdf::Minority { whose: Self::whose(m), text: m.text.clone() })
                .collect(),
            signatures: self
                .signed
                .iter()
                .map(|(name, role)| pdf::Signature { name: name.clone(), role: (*role).into() })
                .collect(),
            copies: self.copies.clone(),
            attachments: Vec::new(),
            marks: pdf::Marks { example: demo, concept: false },
            made_at: jiff::Timestamp::from_millisecond(self.issue.at.0).unwrap_or_default(),
        }
    }
}

fn recommendation(r: &Recommendation) -> pdf::Recommendation {
    pdf::Recommendation {
        text: r.text.clone(),
        addressee: r.addressee.dutch().into(),
        reason: r.reason.clone(),
        effect: r.effect.clone(),
        equal_chances: String::new(),
    }
}

#[derive(askama::Template)]
#[template(path = "letter.html")]
struct LetterPage {
    ui: ui::Ui,
    t: &'static Texts,
    letter: Letter,
}

impl LetterPage {
    fn date(&self) -> String {
        dates::weekday_full(self.letter.day(), Lang::Nl)
    }

    fn received(&self) -> Option<String> {
        self.letter.case.received_on.map(|d| dates::weekday_full(d, Lang::Nl))
    }

    fn answer_by(&self) -> String {
        dates::weekday_full(self.letter.answer_by(), Lang::Nl)
    }

    fn consent(&self) -> Option<String> {
        self.letter.as_pdf(false).consent.map(|c| c.sentence())
    }

    fn to(&self, r: &Recommendation) -> &'static str {
        r.addressee.dutch()
    }

    fn whose(&self, m: &Minority) -> String {
        Letter::whose(m)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    let t = texts(cx.lang());
    let ui = room::frame_below(&cx, &case, t);
    cx.page(&LetterPage { ui, t, letter: gather(&mut reader, case).await? })
}

/// Laying out takes some tenths of a second of one processor: this many at once, so that pages go on.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// A turn to lay out a letter; whoever waits too long for it is told to try again.
async fn turn(patience: Duration) -> Result<SemaphorePermit<'static>, Problem> {
    let turn = tokio::time::timeout(patience, AT_ONCE.acquire()).await.map_err(|_| Problem::Busy)?;
    turn.map_err(Problem::fault)
}

pub(crate) async fn print(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let case = room::read(&cx, &mut reader, &id).await?;
    let letter = gather(&mut reader, case).await?;
    drop(reader);
    let (name, form) = (format!("advies-{}.pdf", letter.number()), letter.as_pdf(cx.app().is_demo()));
    let _turn = turn(PATIENCE).await?;
    let bytes = tokio::task::spawn_blocking(move || pdf::advice_letter(&form))
        .await
        .map_err(Problem::fault)?
        .map_err(Problem::fault)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition("inline", &name)).map_err(Problem::fault)?,
    );
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_waits_too_long_for_a_letter_is_told() {
        let both = AT_ONCE.acquire_many(2).await.expect("both turns");
        assert!(matches!(turn(Duration::ZERO).await, Err(Problem::Busy)));
        drop(both);
        assert!(turn(PATIENCE).await.is_ok());
    }
}
