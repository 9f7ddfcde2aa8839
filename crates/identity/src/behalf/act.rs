//! Working in the name of a member who gave consent: turning it on and off, and asking for consent.
//!
//! GET  /namens
//! POST /namens          wie (a consent)
//! POST /namens/vragen   wie (a person)
//! POST /namens/stop

use platform::id::PersonId;
use platform::web::{Cx, Fields, Outcome, Pace, Problem};
use ui::{Notice, Section, Ui, dates};

use super::store::{self, Fellow, Mandate};
use crate::policy::{Assisting, Own, StoppingToAssist};
use crate::{Event, Texts, texts};

#[derive(askama::Template)]
#[template(path = "behalf/act.html")]
struct ActPage {
    ui: Ui,
    t: &'static Texts,
    held: Vec<Mandate>,
    /// Who was asked of late.
    thinking: Vec<Fellow>,
    /// Who can be asked.
    fellows: Vec<Fellow>,
}

impl ActPage {
    fn place(&self, m: &Mandate) -> String {
        m.council_name.clone().unwrap_or_else(|| self.t.behalf_all_councils())
    }

    fn asked(&self, fellow: &Fellow) -> String {
        let full = |day| dates::full(day, self.ui.lang);
        let asked = fellow.asked_at.map(|at| full(at.day())).unwrap_or_default();
        self.t.behalf_asked_on(asked, fellow.again_on().map(full).unwrap_or_default())
    }

    fn until(&self, m: &Mandate) -> String {
        dates::full(m.until_on, self.ui.lang)
    }
}

/// The account of whose hands are on the keyboard.
fn hand(cx: &Cx) -> Result<Own, Problem> {
    cx.actor().hand().cloned().map(Own).ok_or(Problem::SignIn)
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    cx.sees::<Assisting>(&hand(&cx)?)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let mut reader = cx.reader().await?;
    let held = store::held(&mut reader, cx.actor(), today).await?;
    let fellows = store::fellows(&mut reader, cx.person()?, today).await?;
    let notice = match cx.notice().as_deref() {
        Some("gevraagd") => Some(Notice::new(t.behalf_asked(), t.behalf_asked_text())),
        Some("al-gevraagd") => Some(Notice::new(t.behalf_asked_before(), t.behalf_asked_before_text())),
        Some("over") => Some(Notice::new(t.behalf_over(), t.behalf_over_text())),
        _ => None,
    };
    let ui = Ui::of(&cx, Section::None).crumb("/mijn-gegevens", t.account_title()).with_notice(notice);
    let (thinking, fellows) = fellows.into_iter().partition(|fellow: &Fellow| fellow.thinks(cx.now()));
    cx.page(&ActPage { ui, t, held, thinking, fellows })
}

pub(crate) async fn begin(cx: Cx, form: Fields) -> Outcome {
    form.only(&["wie"])?;
    cx.may::<Assisting>(&hand(&cx)?)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    let held = store::held(&mut tx, cx.actor(), cx.now().day()).await?;
    let Some(mandate) = held.into_iter().find(|m| m.id == form.text("wie")) else {
        return cx.go_to("/namens?bericht=over");
    };
    store::begin(&mut tx, &session, &mandate.id).await?;
    let (person, helper) = (mandate.person, mandate.helper);
    cx.record(&mut tx, &Event::AssistanceBegun { person, helper, mandate: mandate.id });
    tx.commit().await?;
    cx.go_to("/")
}

/// Asks a member for consent; the letter leads to where they give it, or do not.
pub(crate) async fn ask(cx: Cx, form: Fields) -> Outcome {
    form.only(&["wie"])?;
    let permit = cx.may::<Assisting>(&hand(&cx)?)?;
    let asked = PersonId::of(form.text("wie"));
    let mut tx = cx.begin().await?;
    let fellows = store::fellows(&mut tx, permit.by(), cx.now().day()).await?;
    let Some(fellow) = fellows.iter().find(|fellow| fellow.person == asked) else {
        return cx.go_to("/namens?bericht=over");
    };
    if fellow.thinks(cx.now()) {
        return cx.go_to("/namens?bericht=al-gevraagd");
    }
    cx.paced(Pace::Letters, 1)?;
    store::asked(&mut tx, permit.by(), &asked, cx.now()).await?;
    cx.record(&mut tx, &Event::MandateAsked { person: asked, helper: permit.by().clone() });
    tx.commit().await?;
    cx.go_to("/namens?bericht=gevraagd")
}

pub(crate) async fn stop(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    cx.may::<StoppingToAssist>(&hand(&cx)?)?;
    let Some(helper) = cx.actor().helper.clone() else { return cx.go_to("/") };
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    store::stop(&mut tx, &session).await?;
    let person = cx.person()?.clone();
    cx.record(&mut tx, &Event::AssistanceEnded { person, helper: helper.person });
    tx.commit().await?;
    cx.go_to("/")
}
