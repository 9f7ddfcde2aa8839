//! Two entries of one person become one: which is the other, what comes together, and doing it.
//!
//! GET  /mensen/{id}/samenvoegen?q=&ander=   {id} is the entry that stays
//! POST /mensen/{id}/samenvoegen             ander, adres (dit, ander), eenmalig

use advice::persons::Obstacle;
use axum::extract::Path;
use identity::directory::{self, Person};
use identity::fresh;
use identity::joined::{self, Double, Ways, Wish};
use people::front;
use people::{Event, Joining};
use platform::db::{Conn, Tx};
use platform::id::PersonId;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Problem, once};
use platform::{Day, Lang};
use ui::form::{Faults, Pick};
use ui::{Section, Ui, dates};

use super::doubles::{self, Found};
use crate::{Texts, texts};

/// One of the two entries, with what it brings.
struct Side {
    person: Person,
    barred: bool,
    roles: Vec<String>,
    guest_in: Vec<(String, Day)>,
    posts: i64,
    wrote: advice::persons::Wrote,
    ways: Ways,
}

impl Side {
    async fn of(conn: &mut Conn, person: Person, ui: &Ui) -> Result<Self, Problem> {
        let id = &person.id;
        Ok(Self {
            barred: joined::is_barred(conn, id).await?,
            roles: front::roles(conn, id).await?.iter().map(|held| doubles::role(held, ui)).collect(),
            guest_in: advice::persons::guest_in(conn, id, ui.today).await?,
            posts: community::persons::wrote(conn, id).await?,
            wrote: advice::persons::wrote(conn, id).await?,
            ways: joined::ways(conn, id).await?,
            person,
        })
    }
}

#[derive(askama::Template)]
#[template(path = "journeys/join_find.html")]
struct FindPage {
    ui: Ui,
    t: &'static Texts,
    stays: Person,
    wanted: String,
    found: Vec<Found>,
    faults: Faults,
}

#[derive(askama::Template)]
#[template(path = "journeys/join.html")]
struct JoinPage {
    ui: Ui,
    t: &'static Texts,
    /// The one that stays, and the one that goes.
    sides: [Side; 2],
    doubles: Vec<Double>,
    swaps: bool,
    faults: Faults,
    once: String,
}

impl JoinPage {
    fn stays(&self) -> &Person {
        &self.sides[0].person
    }

    fn goes(&self) -> &Person {
        &self.sides[1].person
    }

    fn addresses(&self) -> Vec<Pick> {
        let [dit, ander] = [("dit", self.stays(), !self.swaps), ("ander", self.goes(), self.swaps)]
            .map(|(word, person, on)| Pick::new(word, person.address.clone(), on));
        vec![dit, ander]
    }

    fn guest(&self, guest: &(String, Day)) -> String {
        self.t.join_guest_until(guest.0.as_str(), dates::full(guest.1, self.ui.lang))
    }

    fn wrote(&self, side: &Side) -> Vec<(String, i64)> {
        let t = self.t;
        vec![(t.join_posts(), side.posts), (t.join_notes(), side.wrote.notes), (t.join_versions(), side.wrote.versions)]
    }

    fn ways(&self, side: &Side) -> Vec<String> {
        let t = self.t;
        let mut ways = vec![t.join_way_code(side.person.address.as_str())];
        ways.extend(side.ways.app.then(|| t.join_way_app()));
        ways.extend((side.ways.passkeys > 0).then(|| t.join_way_keys(side.ways.passkeys.to_string())));
        ways.extend((side.ways.elsewhere > 0).then(|| t.join_way_elsewhere()));
        ways
    }

    fn double(&self, double: &Double) -> String {
        let (from, until) = double.span();
        let role = ui::role_word(double.role, self.ui.lang);
        self.t.join_double(role, double.organisation_name.as_str(), front::span(from, until, &self.ui))
    }

    /// What becomes of the second step.
    fn strongest(&self) -> String {
        match (self.sides[0].ways.app, self.sides[1].ways.app) {
            (true, true) => self.t.join_app_both(),
            (false, true) => self.t.join_app_comes(),
            (true, false) => self.t.join_app_stays(),
            (false, false) => self.t.join_app_none(),
        }
    }
}

fn frame(cx: &Cx) -> Ui {
    Ui::of(cx, Section::People).crumb("/mensen/dubbel", texts(cx.lang()).doubles_title())
}

/// The entry that stays; one that went up in another leads to that one.
async fn stays(conn: &mut Conn, id: &PersonId) -> Result<Person, Problem> {
    let into = joined::into(conn, id).await?;
    directory::person(conn, into.as_ref().unwrap_or(id)).await?.ok_or(Problem::NotFound)
}

async fn other(conn: &mut Conn, id: &str) -> Result<Option<Person>, Problem> {
    Ok(if platform::id::is_id(id) { directory::person(conn, &PersonId::of(id)).await? } else { None })
}

/// Why these two cannot be joined, as a sentence.
async fn refusal(
    conn: &mut Conn,
    stays: &Person,
    goes: &Person,
    (today, lang): (Day, Lang),
) -> Result<Option<String>, Problem> {
    let t = texts(lang);
    if stays.id == goes.id {
        return Ok(Some(t.join_same()));
    }
    if joined::into(conn, &goes.id).await?.is_some() {
        return Ok(Some(t.join_gone(goes.name.as_str())));
    }
    if joined::is_barred(conn, &stays.id).await? {
        return Ok(Some(t.join_barred(stays.address.as_str())));
    }
    Ok(match advice::persons::obstacle(conn, &stays.id, &goes.id, today).await? {
        Some(Obstacle::BothAsked(title)) => Some(t.join_both_asked(title)),
        Some(Obstacle::BothGuests(title)) => Some(t.join_both_guests(title)),
        None => None,
    })
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<PersonId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let today = cx.now().day();
    cx.sees::<Joining>(&doubles::doubles(&mut reader, &[&id], today).await?)?;
    let stays = stays(&mut reader, &id).await?;
    let chosen = cx.query("ander").unwrap_or_default();
    let back = if chosen.is_empty() { cx.path().to_owned() } else { format!("{}?ander={chosen}", cx.path()) };
    fresh::check(&cx, if platform::id::is_id(&chosen) { &back } else { cx.path() })?;
    let Some(goes) = other(&mut reader, &chosen).await? else {
        return find(&cx, &mut reader, stays, Faults::none()).await;
    };
    cx.sees::<Joining>(&doubles::doubles(&mut reader, &[&stays.id, &goes.id], today).await?)?;
    if stays.id == goes.id {
        let faults = Faults::one("q", texts(cx.lang()).join_same());
        return find(&cx, &mut reader, stays, faults).await;
    }
    let page = preview(&cx, &mut reader, stays, goes, false).await?;
    cx.page(&page)
}

async fn find(cx: &Cx, conn: &mut Conn, stays: Person, faults: Faults) -> Outcome {
    let (ui, t, wanted) = (frame(cx), texts(cx.lang()), doubles::wanted(cx));
    // Whoever is in twice is most often in twice by the same name.
    let looked_for = if cx.query("q").is_none() { stays.last_name.clone() } else { wanted };
    let found = doubles::find(cx, conn, &looked_for, Some(&stays.id), &ui).await?;
    let page = FindPage { ui, t, stays, wanted: looked_for, found, faults };
    if page.faults.is_empty() { cx.page(&page) } else { cx.page_again(&page) }
}

async fn preview(cx: &Cx, conn: &mut Conn, stays: Person, goes: Person, swaps: bool) -> Result<JoinPage, Problem> {
    let (ui, t) = (frame(cx), texts(cx.lang()));
    let sentence = refusal(conn, &stays, &goes, (ui.today, cx.lang())).await?;
    let faults = sentence.map_or_else(Faults::none, |sentence| Faults::one("inhoud", sentence));
    let doubles = joined::doubles(conn, &stays.id, &goes.id).await?;
    let sides = [Side::of(conn, stays, &ui).await?, Side::of(conn, goes, &ui).await?];
    Ok(JoinPage { ui, t, sides, doubles, swaps, faults, once: once::token() })
}

pub(crate) async fn join(cx: Cx, Path(id): Path<PersonId>, form: Fields) -> Outcome {
    form.only(&["ander", "adres", once::FIELD])?;
    let (today, path) = (cx.now().day(), "/mensen/dubbel?bericht=samengevoegd");
    let mut tx = cx.begin().await?;
    cx.may::<Joining>(&doubles::doubles(&mut tx, &[&id], today).await?)?;
    let Some(goes) = other(&mut tx, form.text("ander")).await? else {
        let stays = stays(&mut tx, &id).await?;
        let faults = Faults::one("q", texts(cx.lang()).join_no_other());
        return find(&cx, &mut tx, stays, faults).await;
    };
    joined::hold(&mut tx, &id, &goes.id).await?;
    // Read again, now that nobody else changes them.
    let stays = stays(&mut tx, &id).await?;
    let goes = directory::person(&mut tx, &goes.id).await?.ok_or(Problem::NotFound)?;
    let about = doubles::doubles(&mut tx, &[&stays.id, &goes.id], today).await?;
    let permit = cx.may::<Joining>(&about)?;
    fresh::keeping(&cx, &form)?;
    if let Some(there) = once::claim(&mut tx, &cx, form.text(once::FIELD), path).await? {
        return cx.go_to(&there);
    }
    let swaps = form.text("adres") == "ander";
    if refusal(&mut tx, &stays, &goes, (today, cx.lang())).await?.is_some() {
        drop(tx);
        let page = preview(&cx, &mut *cx.reader().await?, stays, goes, swaps).await?;
        return cx.page_again(&page);
    }
    let wish = Wish { stays: &stays, goes: &goes, swaps, by: permit.by() };
    let join = joined::join(&mut tx, cx.app().keys(), &crate::persons(), wish, cx.now()).await?;
    record(&cx, &mut tx, &join, wish);
    tx.commit().await?;
    cx.go_to(path)
}

/// One line, with what each was before.
fn record(cx: &Cx, tx: &mut Tx, join: &str, wish: Wish<'_>) {
    let (stays, goes) = (wish.stays, wish.goes);
    let address = if wish.swaps { &goes.address } else { &stays.address };
    let changed = [
        Change::of("name", Some(goes.name.clone()), Some(stays.name.clone())),
        Change::of("address", Some(stays.address.clone()), Some(address.clone())),
        Change::of("address", Some(goes.address.clone()), Some(address.clone())),
        Change::of("entry", Some(goes.id.to_string()), Some(stays.id.to_string())),
    ];
    let event = Event::Joined {
        person: stays.id.to_string(),
        joined: goes.id.to_string(),
        join: join.to_owned(),
        changed: changed.into_iter().flatten().collect(),
    };
    cx.record(tx, &event);
}
