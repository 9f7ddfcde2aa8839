//! Who stands in the house twice: finding them, what was joined lately, and taking it apart again.
//!
//! GET  /mensen/dubbel?q=
//! POST /mensen/dubbel/terug   samenvoeging

use identity::joined::{self, Join, Late, UNDO_DAYS};
use identity::{fresh, people as everybody};
use people::front::{self, Held};
use people::{Doubles, Joining};
use platform::db::Conn;
use platform::id::PersonId;
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Pace, Problem};
use platform::{Day, policy};
use ui::{Notice, Section, Ui, dates};

use crate::{Texts, texts};

/// How many people a search shows at most.
const MOST: i64 = 20;

/// Somebody who was found, with what they are today.
pub(super) struct Found {
    pub person: PersonId,
    pub name: String,
    pub address: String,
    pub barred: bool,
    pub roles: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "journeys/doubles.html")]
struct DoublesPage {
    ui: Ui,
    t: &'static Texts,
    wanted: String,
    found: Vec<Found>,
    /// What was joined lately, and whether it is for this visitor to undo.
    recent: Vec<(Join, bool)>,
}

impl DoublesPage {
    fn says(&self, join: &Join) -> String {
        let (day, last) = (join.at.day(), join.at.day().plus_days(UNDO_DAYS - 1));
        let by = join.by_name.clone().unwrap_or_default();
        self.t.doubles_joined_on(dates::full(day, self.ui.lang), by, dates::full(last, self.ui.lang))
    }
}

/// Who is asked about, as the policy wants to know them.
pub(super) async fn doubles(conn: &mut Conn, persons: &[&PersonId], today: Day) -> Result<Doubles, Problem> {
    let mut keeps_the_house = false;
    for person in persons {
        keeps_the_house |= joined::keeps_the_house(conn, person, today).await?;
    }
    Ok(Doubles { persons: persons.iter().map(|id| (*id).clone()).collect(), keeps_the_house })
}

/// What somebody was or is, in words.
pub(super) fn role(held: &Held, ui: &Ui) -> String {
    let word = dates::capital(ui.role(&held.role));
    format!("{word}, {}, {}", held.organisation_name, front::span(held.from_on, held.until_on, ui))
}

/// The people whose name or address holds this, without `but`.
pub(super) async fn find(
    cx: &Cx,
    conn: &mut Conn,
    wanted: &str,
    but: Option<&PersonId>,
    ui: &Ui,
) -> Result<Vec<Found>, Problem> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    cx.paced(Pace::Search, 1)?;
    let mut found = Vec::new();
    for one in everybody::search(conn, wanted, MOST).await?.into_iter().filter(|one| but != Some(&one.id)) {
        let roles = front::roles(conn, &one.id).await?;
        found.push(Found {
            roles: roles.iter().filter(|held| !held.is_past(ui.today)).map(|held| role(held, ui)).collect(),
            person: one.id,
            name: one.name,
            address: one.address,
            barred: one.disabled,
        });
    }
    Ok(found)
}

/// What was typed to look for.
pub(super) fn wanted(cx: &Cx) -> String {
    cx.query("q").unwrap_or_default().trim().chars().take(100).collect()
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    let mut reader = cx.reader().await?;
    cx.sees::<Joining>(&doubles(&mut reader, &[], cx.now().day()).await?)?;
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("samengevoegd") => Some(Notice::new(t.doubles_done(), t.doubles_done_text())),
        Some("uit-elkaar") => Some(Notice::new(t.doubles_undone(), t.doubles_undone_text())),
        Some("te-laat") => Some(Notice::new(t.doubles_late(), t.doubles_late_text())),
        _ => None,
    };
    let ui = Ui::of(&cx, Section::People).with_notice(notice);
    let wanted = wanted(&cx);
    let found = find(&cx, &mut reader, &wanted, None, &ui).await?;
    let mut recent = Vec::new();
    for join in joined::recent(&mut reader, cx.now()).await? {
        let about = doubles(&mut reader, &[&join.into_person, &join.person], ui.today).await?;
        let may = policy::may::<Joining>(cx.actor(), &about);
        recent.push((join, may));
    }
    cx.page(&DoublesPage { ui, t, wanted, found, recent })
}

pub(crate) async fn take_apart(cx: Cx, form: Fields) -> Outcome {
    form.only(&["samenvoeging"])?;
    let today = cx.now().day();
    let mut tx = cx.begin().await?;
    cx.may::<Joining>(&doubles(&mut tx, &[], today).await?)?;
    let join = match joined::take(&mut tx, form.text("samenvoeging"), cx.now()).await? {
        Some(Ok(join)) => join,
        // Sent twice: it is as it was asked.
        Some(Err(Late::Undone)) => return cx.go_to("/mensen/dubbel?bericht=uit-elkaar"),
        Some(Err(Late::Over)) | None => return cx.go_to("/mensen/dubbel?bericht=te-laat"),
    };
    let permit = cx.may::<Joining>(&doubles(&mut tx, &[&join.into_person, &join.person], today).await?)?;
    fresh::keeping(&cx, &form)?;
    joined::undo(&mut tx, &crate::persons(), &join, permit.by(), cx.now()).await?;
    let changed = [
        Change::of("name", Some(join.name.clone()), Some(join.name_before.clone())),
        Change::of("entry", Some(join.into_person.to_string()), Some(join.person.to_string())),
    ];
    let event = people::Event::JoinUndone {
        person: join.into_person.to_string(),
        joined: join.person.to_string(),
        join: join.id.clone(),
        changed: changed.into_iter().flatten().collect(),
    };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to("/mensen/dubbel?bericht=uit-elkaar")
}
