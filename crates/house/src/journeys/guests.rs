//! Guests of one case: invited from the case, by letter, until a day. It ends by itself.
//!
//! GET  /dossiers/{id}/gasten
//! POST /dossiers/{id}/gasten   naam, adres, tot; or weg (an invitation)

use advice::case::Case;
use advice::guests;
use advice::kinds::CaseId;
use axum::extract::Path;
use people::front::{self, GuestAsked, Invitation};
use people::sheet::{self, Entry};
use platform::clock::Day;
use platform::web::{Cx, Fields, Outcome, Pace, Problem};
use ui::{Notice, Section, Ui, dates};

use crate::{Texts, texts};

/// What is proposed: three months.
const MONTHS: i64 = 3;
/// A guest is a guest: longer than a year is a member.
const MONTHS_MOST: i64 = 12;

#[derive(Default)]
struct Typed {
    name: String,
    address: String,
    until: String,
}

#[derive(askama::Template)]
#[template(path = "journeys/guests.html")]
struct GuestsPage {
    ui: Ui,
    t: &'static Texts,
    case: Case,
    guests: Vec<Invitation>,
    typed: Typed,
    /// The field and what is wrong with it.
    fault: Option<(&'static str, String)>,
}

impl GuestsPage {
    fn says(&self, guest: &Invitation) -> String {
        let until = guest.until_on.map(|day| dates::full(day, self.ui.lang)).unwrap_or_default();
        match (guest.until_on.is_some_and(|day| day < self.ui.today), guest.accepted_at) {
            (true, _) => self.t.guests_was(until),
            (false, Some(_)) => self.t.guests_until(until),
            (false, None) => self.t.guests_waits(until),
        }
    }

    fn is_over(&self, guest: &Invitation) -> bool {
        guest.until_on.is_some_and(|day| day < self.ui.today)
    }

    fn at(&self, field: &str) -> Option<&str> {
        self.fault.as_ref().filter(|(f, _)| *f == field).map(|(_, sentence)| sentence.as_str())
    }

    fn is_shared(&self) -> bool {
        guests::is_shared(&self.case)
    }
}

async fn page(cx: &Cx, case: Case, typed: Typed, fault: Option<(&'static str, String)>) -> Result<GuestsPage, Problem> {
    let t = texts(cx.lang());
    let guests = front::guests(&mut *cx.reader().await?, &guests::thing(&case)).await?;
    let notice = match cx.notice().as_deref() {
        Some("gevraagd") => Some(Notice::new(t.guests_told(), t.guests_told_text())),
        Some("opnieuw") => Some(Notice::new(t.guests_again(), t.guests_again_text())),
        Some("weg") => Some(Notice::new(t.guests_gone(), t.guests_gone_text())),
        _ => None,
    };
    let ui = Ui::of(cx, Section::Board).crumb(case.path(), case.title.clone()).with_notice(notice);
    Ok(GuestsPage { ui, t, case, guests, typed, fault })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<CaseId>) -> Outcome {
    let case = guests::read(&cx, &mut *cx.reader().await?, &id).await?;
    let until = dates::full(cx.now().day().plus_months(MONTHS), cx.lang()).replace('\u{a0}', " ");
    let page = page(&cx, case, Typed { until, ..Typed::default() }, None).await?;
    cx.page(&page)
}

/// Who is asked and until when, or what is wrong.
fn read(typed: &Typed, today: Day, t: &Texts) -> Result<(Entry, Day), (&'static str, String)> {
    let sheet = sheet::read(&format!("{}\t{}", typed.name.replace('\t', " "), typed.address.replace('\t', " ")));
    let entry = match sheet.lines.into_iter().next().map(|line| line.read) {
        Some(Ok(entry)) => entry,
        Some(Err(sheet::Wrong::NoName)) => return Err(("naam", t.guests_no_name())),
        Some(Err(_)) => return Err(("adres", t.guests_no_address())),
        None => return Err(("naam", t.guests_no_name())),
    };
    let until = dates::parse(&typed.until, today).filter(|day| *day >= today && *day <= today.plus_months(MONTHS_MOST));
    until.map(|until| (entry, until)).ok_or_else(|| ("tot", t.guests_no_day()))
}

pub(crate) async fn change(cx: Cx, Path(id): Path<CaseId>, form: Fields) -> Outcome {
    form.only(&["naam", "adres", "tot", "weg"])?;
    let mut tx = cx.begin().await?;
    let (case, permit) = guests::take(&cx, &mut tx, &id).await?;
    let there = format!("{}/gasten", case.path());
    if form.has("weg") {
        let all = front::guests(&mut tx, &guests::thing(&case)).await?;
        let gone = all.into_iter().find(|i| i.id == form.text("weg")).ok_or(Problem::NotFound)?;
        guests::let_out(&mut tx, &permit, &gone.person).await?;
        front::dismiss_guest(&mut tx, &cx, permit.by(), &gone).await?;
        tx.commit().await?;
        return cx.go_to(&format!("{there}?bericht=weg"));
    }
    let t = texts(cx.lang());
    let typed =
        Typed { name: form.text("naam").into(), address: form.text("adres").into(), until: form.text("tot").into() };
    let read =
        if guests::is_shared(&case) { read(&typed, cx.now().day(), t) } else { Err(("naam", t.guests_not_shared())) };
    let (entry, until) = match read {
        Ok(read) => read,
        Err(fault) => {
            drop(tx);
            let page = page(&cx, case, typed, Some(fault)).await?;
            return cx.page_again(&page);
        }
    };
    cx.paced(Pace::Letters, 1)?;
    let (host, kind) = guests::host(&cx, &case);
    let thing = guests::thing(&case);
    let asked = front::invite_guest(&mut tx, &cx, permit.by(), (&host, kind), &entry, (&thing, until)).await?;
    let (person, notice) = match asked {
        GuestAsked::New(person, _) => (person, "gevraagd"),
        GuestAsked::Again(person, _) => (person, "opnieuw"),
        GuestAsked::Is(_) | GuestAsked::Barred => {
            drop(tx);
            let sentence = match asked {
                GuestAsked::Is(last) => t.guests_is_guest(dates::full(last, cx.lang())),
                _ => t.guests_not_invitable(),
            };
            let page = page(&cx, case, typed, Some(("adres", sentence))).await?;
            return cx.page_again(&page);
        }
    };
    guests::let_in(&mut tx, &cx, &permit, &case, &person, until).await?;
    tx.commit().await?;
    cx.go_to(&format!("{there}?bericht={notice}"))
}
