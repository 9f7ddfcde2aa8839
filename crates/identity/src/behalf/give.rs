//! Who may work in one's name: giving consent, and taking it back.
//!
//! GET  /mijn-gegevens/namens
//! POST /mijn-gegevens/namens       wie (person:council, or person: for the office), tot; asks a code first when it is a
//!                                  while ago that somebody showed who they are
//! POST /mijn-gegevens/namens/weg   toestemming

use platform::Day;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Notice, Section, Ui, dates};

use super::store::{self, Candidate, Mandate};
use crate::policy::{Mandating, Own};
use crate::{Event, Texts, fresh, texts};

/// How long a consent holds when nothing else is chosen, and at most; in days.
const USUAL: i64 = 365;
const MOST: i64 = 2 * 366;

#[derive(askama::Template)]
#[template(path = "behalf/give.html")]
struct GivePage {
    ui: Ui,
    t: &'static Texts,
    given: Vec<Mandate>,
    candidates: Vec<Candidate>,
    who: String,
    until: String,
    who_problem: Option<String>,
    until_problem: Option<String>,
}

impl GivePage {
    fn value(&self, c: &Candidate) -> String {
        value(c)
    }

    fn words(&self, c: &Candidate) -> String {
        self.t.behalf_candidate(c.name.as_str(), self.ui.role(&c.role), c.place.as_str())
    }

    fn is_chosen(&self, c: &Candidate) -> bool {
        self.who == value(c)
    }

    fn place(&self, m: &Mandate) -> String {
        m.council_name.clone().unwrap_or_else(|| self.t.behalf_all_councils())
    }

    fn until(&self, m: &Mandate) -> String {
        dates::full(m.until_on, self.ui.lang)
    }
}

fn value(c: &Candidate) -> String {
    format!("{}:{}", c.helper, c.council.as_ref().map_or("", |council| council.as_str()))
}

fn own(cx: &Cx) -> Result<Own, Problem> {
    Ok(Own(cx.person()?.clone()))
}

async fn page(cx: &Cx, until: String) -> Result<GivePage, Problem> {
    let (person, today, t) = (cx.person()?, cx.now().day(), texts(cx.lang()));
    let mut reader = cx.reader().await?;
    let notice = match cx.notice().as_deref() {
        Some("gegeven") => Some(Notice::new(t.behalf_given_now(), t.behalf_given_text())),
        Some("weg") => Some(Notice::new(t.behalf_ended(), t.behalf_ended_text())),
        _ => None,
    };
    Ok(GivePage {
        given: store::given(&mut reader, person, today).await?,
        candidates: store::candidates(&mut reader, person, today).await?,
        ui: Ui::of(cx, Section::None).crumb("/mijn-gegevens", t.account_title()).with_notice(notice),
        t,
        who: String::new(),
        until,
        who_problem: None,
        until_problem: None,
    })
}

fn in_words(day: Day, cx: &Cx) -> String {
    dates::full(day, cx.lang()).replace('\u{a0}', " ")
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Mandating>(&own(&cx)?)?;
    let until = in_words(cx.now().day().plus_days(USUAL), &cx);
    cx.page(&page(&cx, until).await?)
}

pub(crate) async fn give(cx: Cx, form: Fields) -> Outcome {
    form.only(&["wie", "tot"])?;
    let permit = cx.may::<Mandating>(&own(&cx)?)?;
    // Whoever finds a browser open does not let themselves in for a year.
    fresh::keeping(&cx, &form)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut page = page(&cx, form.text("tot").to_owned()).await?;
    page.who = form.text("wie").to_owned();
    let chosen = page.candidates.iter().find(|c| value(c) == page.who).cloned();
    let until = dates::parse(form.text("tot"), today);
    page.who_problem = chosen.is_none().then(|| t.behalf_no_who());
    page.until_problem = match until {
        None if dates::is_no_day(form.text("tot")) => Some(t.behalf_no_such_day(form.text("tot"))),
        None => Some(t.behalf_bad_day()),
        Some(until) if until < today => Some(t.behalf_past_day()),
        Some(until) if until > today.plus_days(MOST) => Some(t.behalf_too_long()),
        Some(_) => None,
    };
    let (Some(chosen), Some(until), None) = (chosen, until, &page.until_problem) else { return cx.page_again(&page) };
    let mut tx = cx.begin().await?;
    let id = store::give(&mut tx, permit.by(), &chosen.helper, chosen.council.as_ref(), until, cx.now()).await?;
    let (person, helper) = (permit.by().clone(), chosen.helper);
    cx.record(&mut tx, &Event::MandateGiven { person, helper, mandate: id, until: until.to_string() });
    tx.commit().await?;
    cx.go_to("/mijn-gegevens/namens?bericht=gegeven")
}

pub(crate) async fn end(cx: Cx, form: Fields) -> Outcome {
    form.only(&["toestemming"])?;
    let permit = cx.may::<Mandating>(&own(&cx)?)?;
    let mut tx = cx.begin().await?;
    let found = store::one(&mut tx, form.text("toestemming")).await?.filter(|m| m.person == *permit.by());
    if let Some(mandate) = found
        && store::end(&mut tx, &mandate.id, permit.by(), cx.now()).await?
    {
        let (person, helper) = (mandate.person, mandate.helper);
        cx.record(&mut tx, &Event::MandateEnded { person, helper, mandate: mandate.id });
    }
    tx.commit().await?;
    cx.go_to("/mijn-gegevens/namens?bericht=weg")
}
