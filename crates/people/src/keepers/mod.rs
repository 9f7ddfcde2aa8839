//! Who keeps the house running: seeing who else does, appointing one who is in the house, and ending one. The last one
//! stays.
//!
//! GET  /beheer/beheerders?q=&wie=&weg=
//! POST /beheer/beheerders       wie
//! POST /beheer/beheerders/weg   plek

pub(crate) mod policy;

use identity::{fresh, joined, people as everybody};
use platform::db::Conn;
use platform::id::{PersonId, SeatId};
use platform::trail::Change;
use platform::web::{Cx, Fields, Outcome, Pace, Problem};
use platform::{Day, Role};
use ui::{Notice, Section, Ui};

use crate::events::Of;
use crate::parts::Faults;
use crate::store::keepers::{self, Keeper};
use crate::{Event, Texts, say, texts};
use policy::{AppointingKeepers, Keepers, SeeingKeepers};

const PATH: &str = "/beheer/beheerders";
/// How many people a search shows at most.
const MOST: i64 = 20;

/// What is asked once more before it is done.
enum Asked {
    Nothing,
    /// To appoint this person: id, name and address.
    Appoint(PersonId, String, String),
    /// To end this one.
    End(SeatId, String),
}

#[derive(askama::Template)]
#[template(path = "keepers/page.html")]
struct KeepersPage {
    ui: Ui,
    t: &'static Texts,
    keepers: Vec<Keeper>,
    wanted: String,
    found: Vec<everybody::Listed>,
    asked: Asked,
    /// Who looks.
    own: PersonId,
    faults: Faults,
}

impl KeepersPage {
    fn span(&self, keeper: &Keeper) -> String {
        say::span(keeper.from_on, keeper.until_on, &self.ui, self.t)
    }

    /// Whether this one may go: the last one stays.
    fn may_go(&self, keeper: &Keeper) -> bool {
        may_go(&self.keepers, keeper, self.ui.today)
    }

    fn is_keeper(&self, person: &everybody::Listed) -> bool {
        self.keepers.iter().any(|k| k.person == person.id)
    }
}

/// Whether somebody still keeps the house running when this one goes. Pure.
fn may_go(all: &[Keeper], going: &Keeper, today: Day) -> bool {
    let lasts = |k: &Keeper| !k.barred && k.from_on <= today && k.until_on.is_none();
    all.iter().any(|k| k.person != going.person && lasts(k))
}

async fn page(
    cx: &Cx,
    conn: &mut Conn,
    (wanted, asked): (String, Asked),
    faults: Faults,
) -> Result<KeepersPage, Problem> {
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("benoemd") => Some(Notice::new(t.keepers_appointed(), t.keepers_appointed_text())),
        Some("weg") => Some(Notice::new(t.keepers_ended(), t.keepers_told())),
        Some("al") => Some(Notice::new(t.keepers_is_one(), "")),
        _ => None,
    };
    let found = if wanted.is_empty() {
        Vec::new()
    } else {
        cx.paced(Pace::Search, 1)?;
        everybody::search(conn, &wanted, MOST).await?
    };
    let ui = Ui::of(cx, Section::Keepers).with_notice(notice);
    let keepers = keepers::all(conn, ui.today).await?;
    Ok(KeepersPage { ui, t, keepers, wanted, found, asked, own: cx.person()?.clone(), faults })
}

/// Somebody in the house who can be appointed.
async fn somebody(conn: &mut Conn, id: &str) -> Result<Option<identity::directory::Person>, Problem> {
    if !platform::id::is_id(id) {
        return Ok(None);
    }
    let id = PersonId::of(id);
    let person = identity::directory::person(conn, &id).await?;
    Ok(if joined::is_barred(conn, &id).await? { None } else { person })
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<SeeingKeepers>(&Keepers)?;
    let mut reader = cx.reader().await?;
    let wanted = cx.query("q").unwrap_or_default().trim().chars().take(100).collect();
    let (who, seat) = (cx.query("wie").unwrap_or_default(), cx.query("weg").unwrap_or_default());
    let all = keepers::all(&mut reader, cx.now().day()).await?;
    let asked = match (somebody(&mut reader, &who).await?, all.into_iter().find(|k| k.seat.as_str() == seat)) {
        (Some(person), _) => Asked::Appoint(person.id, person.name, person.address),
        (None, Some(keeper)) => Asked::End(keeper.seat, keeper.name),
        (None, None) => Asked::Nothing,
    };
    match &asked {
        Asked::Nothing => {}
        Asked::Appoint(id, ..) => fresh::check(&cx, &format!("{PATH}?wie={id}"))?,
        Asked::End(id, _) => fresh::check(&cx, &format!("{PATH}?weg={id}"))?,
    }
    let page = page(&cx, &mut reader, (wanted, asked), Faults::none()).await?;
    cx.page(&page)
}

/// Where whoever acts keeps the house running: there the next one does so too.
fn host(cx: &Cx) -> Result<Of, Problem> {
    let own = cx.actor().seats.iter().find(|s| s.role == Role::Administrator).ok_or(Problem::NotFound)?;
    Ok(Of { organisation: own.organisation.clone(), kind: own.kind })
}

pub(crate) async fn appoint(cx: Cx, form: Fields) -> Outcome {
    form.only(&["wie"])?;
    let permit = cx.may::<AppointingKeepers>(&Keepers)?;
    fresh::keeping(&cx, &form)?;
    let (host, today) = (host(&cx)?, cx.now().day());
    let mut tx = cx.begin().await?;
    let all = keepers::hold(&mut tx, today).await?;
    let Some(person) = somebody(&mut tx, form.text("wie")).await? else {
        let faults = Faults::one("q", texts(cx.lang()).keepers_nobody());
        let page = page(&cx, &mut tx, (String::new(), Asked::Nothing), faults).await?;
        return cx.page_again(&page);
    };
    if all.iter().any(|k| k.person == person.id) {
        return cx.go_to(&format!("{PATH}?bericht=al"));
    }
    let seat = SeatId::fresh();
    keepers::appoint(&mut tx, &permit, (&seat, &host.organisation), &person.id, today).await?;
    let changed = Change::of("from", None, Some(today.to_string())).into_iter().collect();
    let event = Event::KeeperAppointed { of: host, seat: seat.to_string(), person: person.id.to_string(), changed };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to(&format!("{PATH}?bericht=benoemd"))
}

pub(crate) async fn let_go(cx: Cx, form: Fields) -> Outcome {
    form.only(&["plek"])?;
    let permit = cx.may::<AppointingKeepers>(&Keepers)?;
    fresh::keeping(&cx, &form)?;
    let today = cx.now().day();
    let mut tx = cx.begin().await?;
    let all = keepers::hold(&mut tx, today).await?;
    let Some(keeper) = all.iter().find(|k| k.seat.as_str() == form.text("plek")) else {
        // Sent twice, or somebody was ahead: it is as it was asked.
        return cx.go_to(PATH);
    };
    if !may_go(&all, keeper, today) {
        let faults = Faults::one("beheerders", texts(cx.lang()).keepers_last());
        let page = page(&cx, &mut tx, (String::new(), Asked::Nothing), faults).await?;
        return cx.page_again(&page);
    }
    keepers::let_go(&mut tx, &permit, &keeper.seat, today).await?;
    let (before, after) = (keeper.until_on.map(|day| day.to_string()), today.plus_days(-1).to_string());
    let event = Event::KeeperEnded {
        of: Of { organisation: keeper.organisation.clone(), kind: keeper.kind },
        seat: keeper.seat.to_string(),
        person: keeper.person.to_string(),
        changed: Change::of("until", before, Some(after)).into_iter().collect(),
    };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    // Whoever ended their own has nothing to look for here any more.
    let own = cx.actor().is(&keeper.person);
    cx.go_to(&if own { "/".to_owned() } else { format!("{PATH}?bericht=weg") })
}
