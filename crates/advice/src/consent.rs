//! Consent of the members: a round opens on a version, each member answers, and it closes. Until then members
//! see who answered, not what.
//!
//! GET  /dossiers/{id}/instemming
//! POST /dossiers/{id}/instemming             `doe`: open, antwoord, sluit
//! POST /dossiers/{id}/andere-mening

use axum::extract::Path;
use platform::clock::Day;
use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::dates;

use crate::case::{Case, Refusal};
use crate::consent_page::ConsentPage;
use crate::draft::Draft;
use crate::events::Of;
use crate::faults::Faults;
use crate::kinds::{CaseId, Consent, RoundId, Side};
use crate::policy::{Consenting, LeadingRound, ReadingDraft};
use crate::round::{Round, Tally, Voter};
use crate::store::people::{self, VOTERS};
use crate::store::rounds::NewRound;
use crate::store::{drafts, rounds};
use crate::{Event, room, say, texts};

/// The last round of a case with its members and the version it is about; before the first there is none.
pub(crate) struct Standing {
    pub round: Option<Round>,
    pub voters: Vec<Voter>,
    pub draft: Option<Draft>,
}

pub(crate) async fn standing(conn: &mut platform::db::Conn, case: &Case) -> Result<Standing, Problem> {
    let Some(id) = &case.round else {
        return Ok(Standing { round: None, voters: Vec::new(), draft: drafts::newest(conn, &case.id).await? });
    };
    let (round, voters) = (rounds::find(conn, id).await?, rounds::voters(conn, id).await?);
    let version = round.as_ref().map_or(0, |r| r.version);
    Ok(Standing { round, voters, draft: drafts::version(conn, &case.id, version).await? })
}

async fn page(cx: &Cx, case: Case, faults: Faults) -> Result<ConsentPage<'_>, Problem> {
    let standing = standing(&mut *cx.reader().await?, &case).await?;
    let t = texts(cx.lang());
    Ok(ConsentPage::new(cx, room::frame_below(cx, &case, t), t, case, standing, faults))
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = room::read(&cx, &mut *cx.reader().await?, &id).await?;
    cx.sees::<ReadingDraft>(&case)?;
    cx.page(&page(&cx, case, Faults::none()).await?)
}

pub(crate) async fn post(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["doe", "antwoord", "opmerking", "sluit", "zeker", "versie"])?;
    match form.text("doe") {
        "open" => open(cx, id, form).await,
        "sluit" => close(cx, id, form).await,
        _ => answer(cx, id, form).await,
    }
}

async fn open(cx: Cx, id: CaseId, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<LeadingRound>(&case)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let draft = drafts::newest(&mut tx, &id).await?;
    let version = case.open_round().and_then(|version| {
        draft.as_ref().ok_or(Refusal::NoDraft)?.is_ready()?;
        Ok(version)
    });
    let mut faults = Faults::none();
    let closes_on: Option<Day> = dates::parse(form.text("sluit"), today);
    if closes_on.is_none() && !form.text("sluit").is_empty() {
        faults.add("sluit", say::bad_day(form.text("sluit"), t));
    }
    let voters: Vec<PersonId> =
        people::of_side(&mut tx, &case, Side::Council, VOTERS, today).await?.into_iter().map(|p| p.id).collect();
    let version = match version {
        Ok(version) if faults.is_empty() => version,
        other => {
            if let Err(why) = other {
                faults.add("sluit", say::refusal(why, t));
            }
            drop(tx);
            return cx.page_again(&page(&cx, case, faults).await?);
        }
    };
    let round = RoundId::fresh();
    rounds::open(&mut tx, &permit, &NewRound { id: &round, version, closes_on, voters: &voters }, cx.now()).await?;
    cx.record(&mut tx, &Event::RoundOpened { of: Of::only(&case, Side::Council), round, version });
    tx.commit().await?;
    cx.go_to(&format!("{}/instemming?bericht=ronde", case.path()))
}

async fn answer(cx: Cx, id: CaseId, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Consenting>(&case)?;
    let t = texts(cx.lang());
    let (answer, remark) = (form.choice::<Consent>("antwoord"), form.raw("opmerking").trim().to_owned());
    let mut faults = Faults::none();
    if answer.is_none() {
        faults.add("antwoord", t.consent_choose());
    }
    if matches!(answer, Some(Consent::AgreesWithRemark | Consent::Objects)) && remark.is_empty() {
        faults.add("opmerking", t.consent_no_remark());
    }
    let round = match case.answer_round() {
        Ok(()) => case.round.clone().ok_or(Problem::NotFound)?,
        Err(why) => {
            drop(tx);
            return cx.page_again(&page(&cx, case, Faults::one("antwoord", say::refusal(why, t))).await?);
        }
    };
    let voters = rounds::voters(&mut tx, &round).await?;
    if !voters.iter().any(|v| v.person == *permit.by()) {
        faults.add("antwoord", say::refusal(Refusal::NotAVoter, t));
    }
    let Some(answer) = answer.filter(|_| faults.is_empty()) else {
        drop(tx);
        let page = page(&cx, case, faults).await?.with_typed(answer, remark);
        return cx.page_again(&page);
    };
    rounds::answer(&mut tx, &permit, &round, answer, &remark, cx.now()).await?;
    cx.record(&mut tx, &Event::Consented { of: Of::only(&case, Side::Council), round });
    tx.commit().await?;
    cx.go_to(&format!("{}/instemming?bericht=stem", case.path()))
}

async fn close(cx: Cx, id: CaseId, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<LeadingRound>(&case)?;
    let round = match (case.answer_round(), &case.round) {
        (Ok(()), Some(round)) => round.clone(),
        (refused, _) => {
            drop(tx);
            let why = refused.err().unwrap_or(Refusal::NoRound);
            return cx.page_again(&page(&cx, case, Faults::one("sluit", say::refusal(why, texts(cx.lang())))).await?);
        }
    };
    // With too few answers before its day, the members that did not answer yet lose their say: that asks for certainty.
    let tally = Tally::of(&rounds::voters(&mut tx, &round).await?);
    let closes_too_soon =
        rounds::find(&mut tx, &round).await?.is_some_and(|r| r.is_early(cx.now().day()) && tally.answered() < r.quorum);
    if closes_too_soon && !form.has("zeker") {
        drop(tx);
        return cx.page_again(&page(&cx, case, Faults::one("zeker", texts(cx.lang()).consent_close_sure())).await?);
    }
    rounds::close(&mut tx, &permit, &round, cx.now()).await?;
    cx.record(&mut tx, &Event::RoundClosed { of: Of::only(&case, Side::Council), round });
    tx.commit().await?;
    cx.go_to(&format!("{}/instemming?bericht=gesloten", case.path()))
}

/// A different opinion may go along with the advice; an empty one is taken back.
pub(crate) async fn tell_minority(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["mening", "naam"])?;
    let mut tx = cx.begin().await?;
    let case = room::take(&cx, &mut tx, &id).await?;
    let permit = cx.may::<Consenting>(&case)?;
    if let Err(why) = case.draft() {
        tracing::debug!(?why, "an opinion came after the advice was sent");
        return Err(Problem::Stale);
    }
    let text: String = form.raw("mening").trim().chars().take(4_000).collect();
    drafts::set_minority(&mut tx, &permit, &text, form.text("naam") == "ja", cx.now()).await?;
    cx.record(&mut tx, &Event::MinorityTold { of: Of::only(&case, Side::Council) });
    tx.commit().await?;
    cx.go_to(&format!("{}/advies?bericht=mening#ander", case.path()))
}
