//! One person: where they sit and sat, on which sides of the table, and what they like to be asked about.
//!
//! GET /mensen/{id}

use axum::extract::Path;
use identity::directory::Person;
use platform::Kind;
use platform::id::PersonId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use ui::{Notice, Ui};

use crate::body::{Theme, path_of};
use crate::policy::{Asking, DescribingOneself, Doubles, Joining, Meeting, SeeingAddress};
use crate::store::persons;
use crate::store::seats::{self, Held};
use crate::{Texts, room, say, texts};

#[derive(askama::Template)]
#[template(path = "person.html")]
struct PersonPage {
    ui: Ui,
    t: &'static Texts,
    person: Person,
    seats: Vec<Held>,
    about: Option<String>,
    knows: Vec<Theme>,
    sees_address: bool,
    is_oneself: bool,
    may_ask: bool,
    /// May say that this person is in the house twice.
    may_join: bool,
}

impl PersonPage {
    fn now(&self) -> Vec<&Held> {
        self.seats.iter().filter(|s| s.is_on(self.ui.today)).collect()
    }

    fn before(&self) -> Vec<&Held> {
        self.seats.iter().filter(|s| s.is_past(self.ui.today)).collect()
    }

    fn later(&self) -> Vec<&Held> {
        self.seats.iter().filter(|s| s.from_on > self.ui.today && !s.is_past(self.ui.today)).collect()
    }

    /// Sits in a council, and also at a municipality.
    fn is_on_both_sides(&self) -> bool {
        let sits_in = |kind| self.now().iter().any(|s| s.kind == kind);
        sits_in(Kind::Council) && sits_in(Kind::Municipality)
    }

    fn role(&self, held: &Held) -> String {
        ui::dates::capital(ui::role_word(held.role, self.ui.lang))
    }

    fn was(&self, held: &Held) -> String {
        self.t.person_was(ui::role_word(held.role, self.ui.lang), held.organisation_name.as_str())
    }

    fn span(&self, held: &Held) -> String {
        say::span(held.from_on, held.until_on, &self.ui, self.t)
    }

    fn term(&self, held: &Held) -> Option<String> {
        let counts = held.kind == Kind::Council && held.until_on.is_some() && crate::kinds::has_term(held.role);
        counts.then(|| say::term(held.term, self.ui.lang))
    }

    fn path(&self, held: &Held) -> String {
        path_of(held.kind, &held.organisation)
    }

    fn side(&self, held: &Held) -> &'static str {
        crate::who::side(&held.kind)
    }

    fn mark(&self) -> &'static str {
        self.now().first().map_or("mark--association mark--open", |held| self.ui.mark(&held.kind))
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<PersonId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let today = cx.now().day();
    // Whoever went up in another entry of theirs is found there; whoever may not see that one, sees nothing.
    let into = identity::joined::into(&mut reader, &id).await?;
    let found = persons::find(&mut reader, into.as_ref().unwrap_or(&id), today).await?;
    let (person, known) = found.ok_or(Problem::NotFound)?;
    cx.sees::<Meeting>(&known)?;
    if let Some(into) = into {
        return cx.go_to(&format!("/mensen/{into}"));
    }
    let doubles = Doubles {
        persons: vec![id.clone()],
        keeps_the_house: identity::joined::keeps_the_house(&mut reader, &id, today).await?,
    };
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("gewijzigd") => Some(Notice::new(t.oneself_kept(), "")),
        Some("gevraagd") => {
            let first_name = person.first_name.as_str();
            Some(Notice::new(t.question_sent(first_name), t.question_sent_text(first_name)))
        }
        _ => None,
    };
    let page = PersonPage {
        ui: room::frame(&cx).crumb("/mensen", t.who_crumb()).with_notice(notice),
        t,
        seats: seats::of_person(&mut reader, &id).await?,
        about: persons::about(&mut reader, &id).await?,
        knows: persons::knows(&mut reader, &id).await?,
        sees_address: policy::may::<SeeingAddress>(cx.actor(), &known),
        may_ask: policy::may::<Asking>(cx.actor(), &known),
        may_join: policy::may::<Joining>(cx.actor(), &doubles),
        is_oneself: policy::may::<DescribingOneself>(cx.actor(), &known),
        person,
    };
    cx.page(&page)
}
