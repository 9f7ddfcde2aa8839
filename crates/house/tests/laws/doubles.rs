//! Somebody who stands in the house twice becomes one, in every room, and can be taken apart again.

use advice::kinds::CaseId;
use identity::directory::{self, NewPerson, Salutation};
use platform::clock::DAY;
use platform::id::{PersonId, SeatId};
use platform::{Role, args};
use testing::{ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, Engine, HOST, Page, Place, Who, World, on_both};

use crate::PLAN;
use crate::things::things;

on_both!(
    PLAN: two_entries_become_one_and_nothing_is_lost_when_they_are_taken_apart,
    what_stands_in_the_way_is_said,
    who_may_join_which_entries,
    the_second_step_and_the_address_come_along,
    a_joining_is_undone_for_thirty_days
);

platform::statements! {
    ROUND: () = "INSERT INTO advice_round (id, case_id, version, closes_on, quorum, opened_at, opened_by) VALUES ('01ROUNDROUNDROUNDROUNDROUN', $1, 1, NULL, 1, 0, NULL)";
    ASKED: () = "INSERT INTO advice_round_member (round, person) VALUES ('01ROUNDROUNDROUNDROUNDROUN', $1)";
    CLOSED: () = "INSERT INTO advice_round_end (round, at, by_person) VALUES ('01ROUNDROUNDROUNDROUNDROUN', 1, NULL)";
    THANKED: () = "INSERT INTO community_thanks (post, person, at) VALUES ($1, $2, $3)";
    PREPARES: () = "INSERT INTO advice_role (case_id, person, role, at) VALUES ($1, $2, 'drafter', $3)";
    NOTED: () = "INSERT INTO advice_note (id, case_id, side, text, at, by_person) VALUES ($1, $2, 'council', 'Gebeld.', $3, $4)";
    GUEST: () = "INSERT INTO advice_guest (case_id, person, side, until_on, at) VALUES ($1, $2, 'council', $3, $4)";
    KNOWS: () = "INSERT INTO person_knows (person, theme) VALUES ($1, $2)";
}

/// Another entry, with a place.
async fn again(world: &World, name: &str, seat: Option<(Place, Role, i64)>) -> PersonId {
    let id = PersonId::fresh();
    let address = format!("{}@elders.example", name.to_lowercase().replace(' ', "."));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (first_name, last_name) = name.split_once(' ').expect("two names");
    let new = NewPerson { id: &id, name, first_name, last_name, salutation: Salutation::None, address: &address };
    directory::add_person(&mut tx, &new, world.now().plus(-DAY), world.now()).await.expect("somebody");
    if let Some((place, role, days)) = seat {
        let from = world.now().day().plus_days(-days);
        directory::add_seat(&mut tx, &SeatId::fresh(), &id, &place.id(), role, from, None).await.expect("a seat");
    }
    tx.commit().await.expect("somebody");
    id
}

async fn seated(world: &World, who: &PersonId, place: Place, role: Role) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let from = world.now().day().plus_days(-1);
    directory::add_seat(&mut tx, &SeatId::fresh(), who, &place.id(), role, from, None).await.expect("a seat");
    tx.commit().await.expect("a seat");
}

async fn signs_in(world: &World, who: &PersonId) -> Client {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let token = identity::begin_session(&mut tx, who, "a test", true).await.expect("a session");
    tx.commit().await.expect("a session");
    let client = world.anybody();
    client.set_cookie("beraad", &token);
    client
}

async fn office(world: &World) -> Client {
    seated(world, &Who::Eva.id(), ASSOCIATION, Role::Office).await;
    world.eva().await
}

async fn preview(office: &Client, stays: &PersonId, goes: &PersonId) -> Page {
    office.visits(&format!("/mensen/{stays}/samenvoegen?ander={goes}")).await
}

const BUTTON: &str = "Voeg samen tot één inschrijving";

/// Everything that is stored, but for what says that something was done.
async fn stored(world: &World) -> String {
    let mut reader = world.app.db().reader().await.expect("a reader");
    let but = [
        "session",
        "community_read",
        "refinery_schema_history",
        "event",
        "reaction",
        "trail_head",
        "form_once",
        "mail_letter",
        "mail_counter",
        "person_join",
        "person_join_row",
        "person_join_seat",
    ];
    platform::db::digest(&mut reader, &but).await.expect("a digest").digest
}

/// Where a person is still named, table by table; for SQLite, whose file can be read.
fn named(world: &World, person: &PersonId) -> Vec<String> {
    let own = rusqlite::Connection::open(world.database().url()).expect("the file");
    let sql = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2";
    let mut prepared = own.prepare(sql).expect("the tables");
    let columns =
        prepared.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).expect("columns");
    let columns: Vec<(String, String)> = columns.map(|one| one.expect("a column")).collect();
    let holds = |table: &str, column: &str| -> bool {
        let sql = format!("SELECT COUNT(*) FROM {table} WHERE {column} = ?1");
        own.query_row(&sql, [person.as_str()], |row| row.get::<_, i64>(0)).expect("a count") > 0
    };
    columns.iter().filter(|(t, c)| holds(t, c)).map(|(t, c)| format!("{t}.{c}")).collect()
}

async fn two_entries_become_one_and_nothing_is_lost_when_they_are_taken_apart(world: World) {
    let things = things(&world).await;
    let case = CaseId::of(things.case.rsplit('/').next().expect("an id"));
    let (dirk, other) = (Who::Dirk.id(), again(&world, "Dirk Postema", Some((COUNCIL_A, Role::Member, 30))).await);
    seated(&world, &other, COUNCIL_B, Role::Treasurer).await;
    // What the other wrote and did, also what both did.
    let there = signs_in(&world, &other).await;
    let form = there
        .visits(&things.everybody.path)
        .await
        .form("Plaats mijn antwoord")
        .fill("tekst", "Wij vroegen het de jongeren.");
    form.send().await.sees("Dirk Postema");
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let now = world.now();
    for person in [&dirk, &other] {
        tx.run(THANKED, args![things.everybody.post, person, now]).await.expect("thanks");
        tx.run(PREPARES, args![case, person, now]).await.expect("a part");
        tx.run(KNOWS, args![person, "wmo"]).await.expect("a theme");
    }
    tx.run(KNOWS, args![other, "jeugd"]).await.expect("a theme");
    tx.run(NOTED, args![platform::id::fresh(), case, now, other]).await.expect("a note");
    tx.run(GUEST, args![case, other, now.day().plus_days(20), now]).await.expect("a guest");
    tx.commit().await.expect("what both did");
    let office = office(&world).await;
    let before = stored(&world).await;

    let page = office.visits(&format!("/mensen/{dirk}")).await;
    let page = office.visits(page.links().iter().find(|l| l.ends_with("/samenvoegen")).expect("a link")).await;
    page.sees("Welke inschrijving is van dezelfde persoon?");
    let page = office.visits(&format!("/mensen/{dirk}/samenvoegen?q=postema")).await;
    page.sees("dirk.postema@elders.example").sees_not("eva@voorbeeld.example");
    let page = office.visits(page.links().iter().find(|l| l.contains("ander=")).expect("a link")).await;
    page.sees("Deze blijft: Dirk Postma")
        .sees("Deze gaat erin op: Dirk Postema")
        .sees("Penningmeester, Adviesraad Waterhoek");
    page.sees("Bijdragen in gesprekken 1")
        .sees("Notities in dossiers 1")
        .sees("Dagbesteding dichter bij huis, tot en met");
    page.sees("De rol van raadslid bij Adviesraad Lindewoude hebben beide.");
    assert_eq!(stored(&world).await, before, "looking changes nothing");
    let form = page.form(BUTTON);
    form.send().await.sees("De inschrijvingen zijn samengevoegd");
    form.send().await.goes_to("/mensen/dubbel");
    world.works().await;
    let lines = world.trail().await;
    let joined: Vec<_> = lines.0.iter().filter(|line| line.kind == "people.joined").collect();
    assert_eq!(joined.len(), 1, "sent twice it is done once");
    assert!(
        joined[0]
            .body
            .as_ref()
            .is_some_and(|b| b.contains("Dirk Postema") && b.contains("dirk.postema@elders.example"))
    );

    // Old links lead to the one that stays, what was written shows its name, and whoever was there is out.
    let fenna = world.fenna().await;
    fenna.visits(&format!("/mensen/{other}")).await.goes_to(&format!("/mensen/{dirk}")).sees("Penningmeester");
    fenna.visits(&things.everybody.path).await.sees("Wij vroegen het de jongeren.").sees_not("Postema");
    there.visits("/mijn-gegevens").await.must_sign_in();
    let team = world.chaima().await.visits(&format!("/organisaties/{}/mensen", COUNCIL_A.id())).await;
    assert_eq!(team.all("td strong").iter().filter(|name| *name == "Dirk Postma").count(), 1, "one role is one role");
    let own = world.dirk().await.visits("/mijn-gegevens/spoor").await;
    own.sees("Voegde twee inschrijvingen van één persoon samen").sees("Gaf antwoord in een gesprek.");
    if world.engine() == Engine::Sqlite {
        let left = named(&world, &other);
        let fits = [
            "community_follow.person",
            "community_read.person",
            "event.actor",
            "form_once.person",
            "person.id",
            "person_disabled.person",
            "person_join.person",
            "person_knows.person",
            "seat.person",
        ];
        assert_eq!(left, fits, "nothing else still names the entry that went up");
    }
    for to in [Who::Dirk.address(), "dirk.postema@elders.example".to_owned()] {
        let mut reader = world.app.db().reader().await.expect("a reader");
        let letters = mail::letters_to(&mut reader, &to, 10).await.expect("letters");
        assert!(letters.iter().any(|l| l.subject == "U staat nu één keer in Beraad"), "{to}");
    }

    let page = office.visits("/mensen/dubbel").await;
    page.sees("Stond er ook in als Dirk Postema");
    page.presses("Haal weer uit elkaar").await.sees("De inschrijvingen zijn weer uit elkaar");
    world.works().await;
    assert_eq!(stored(&world).await, before, "every row is as it was");
    fenna.visits(&things.everybody.path).await.sees("Dirk Postema");
    fenna.visits(&format!("/mensen/{other}")).await.goes_to(&format!("/mensen/{other}")).sees("Dirk Postema");
    signs_in(&world, &other).await.visits("/mijn-gegevens").await.sees("Dirk Postema");
    testing::letters!(world, "two_entries");
}

async fn what_stands_in_the_way_is_said(world: World) {
    let things = things(&world).await;
    let case = CaseId::of(things.case.rsplit('/').next().expect("an id"));
    let (dirk, other) = (Who::Dirk.id(), again(&world, "Dirk Postema", None).await);
    let office = office(&world).await;
    preview(&office, &dirk, &dirk).await.is_told("Dit is dezelfde inschrijving.");
    let open = preview(&office, &dirk, &other).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(ROUND, args![case]).await.expect("a round");
    tx.run(ASKED, args![dirk]).await.expect("asked");
    tx.run(ASKED, args![other]).await.expect("asked");
    tx.commit().await.expect("a round");
    let said = "In “Dagbesteding dichter bij huis” loopt een ronde waarin beide om instemming zijn gevraagd.";
    preview(&office, &dirk, &other).await.sees(said);
    assert!(!preview(&office, &dirk, &other).await.has_form(BUTTON));
    open.form(BUTTON).send().await.is_told(said);
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(CLOSED, args![]).await.expect("closed");
    for person in [&dirk, &other] {
        tx.run(GUEST, args![case, person, world.now().day(), world.now()]).await.expect("a guest");
    }
    tx.commit().await.expect("two guests");
    let said = "Beide zijn gast in “Dagbesteding dichter bij huis”.";
    preview(&office, &dirk, &other).await.sees(said);
    world.is_at("2026-11-25T09:00");
    // A closed round stays as it was counted, and whoever was a guest yesterday stands in nobody's way.
    preview(&office, &dirk, &other).await.form(BUTTON).send().await.sees("De inschrijvingen zijn samengevoegd");
    let third = again(&world, "Derk Postma", None).await;
    preview(&office, &third, &other).await.sees("is al ergens in opgegaan");
    // Whoever stays may go up in a third: both lead there.
    preview(&office, &third, &dirk).await.form(BUTTON).send().await.sees("samengevoegd");
    let fenna = world.fenna().await;
    fenna.visits(&format!("/mensen/{other}")).await.goes_to(&format!("/mensen/{third}")).sees("Derk Postma");
    office.visits(&format!("/mensen/{other}/samenvoegen")).await.sees("Derk Postma");
    world.works().await;
}

async fn who_may_join_which_entries(world: World) {
    let keeper = again(&world, "Kees Keeper", Some((HOST, Role::Administrator, 10))).await;
    let (dirk, other) = (Who::Dirk.id(), again(&world, "Dirk Postema", None).await);
    for somebody in [world.dirk().await, world.koos().await, world.chaima().await] {
        somebody.visits("/mensen/dubbel").await.finds_nothing();
        preview(&somebody, &dirk, &other).await.finds_nothing();
    }
    let office = office(&world).await;
    // Whoever keeps the house running is joined by their own kind, and nobody joins themselves.
    preview(&office, &keeper, &other).await.is_refused();
    preview(&office, &other, &keeper).await.is_refused();
    preview(&office, &Who::Eva.id(), &other).await.is_refused();
    preview(&office, &other, &Who::Eva.id()).await.is_refused();
    let page = preview(&office, &dirk, &other).await;
    let form = page.form(BUTTON).fill("ander", keeper.as_str());
    form.send().await.is_refused();
    page.form(BUTTON).fill("ander", Who::Eva.id().as_str()).send().await.is_refused();
    let host = signs_in(&world, &keeper).await;
    host.visits("/mensen/dubbel?q=post").await.sees("Dirk Postma").sees("Dirk Postema");
    preview(&host, &dirk, &other).await.form(BUTTON).send().await.sees("samengevoegd");
    preview(&host, &keeper, &other).await.is_refused();
    world.works().await;
}

async fn the_second_step_and_the_address_come_along(world: World) {
    let (dirk, other) = (Who::Dirk.id(), again(&world, "Dirk Postema", None).await);
    let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let mut tx = world.app.db().begin().await.expect("a transaction");
    identity::second::give_app(&mut tx, world.app.keys(), &other, secret).await.expect("an app");
    tx.commit().await.expect("an app");
    let office = office(&world).await;
    let before = stored(&world).await;
    let page = preview(&office, &dirk, &other).await;
    page.sees("De app voor de tweede stap komt mee.");
    page.form(BUTTON).fill("adres", "ander").send().await.sees("Meldt zich nu aan met dirk.postema@elders.example");
    let mut reader = world.app.db().reader().await.expect("a reader");
    let app = identity::second::app_secret(&mut reader, world.app.keys(), &dirk).await.expect("an app");
    assert_eq!(app.as_deref(), Some(secret), "it opens for whoever it came to");
    let person = directory::by_address(&mut reader, "dirk.postema@elders.example").await.expect("a person");
    assert_eq!(person.map(|p| p.id), Some(dirk.clone()));
    assert!(directory::by_address(&mut reader, &Who::Dirk.address()).await.expect("nobody").is_none());
    drop(reader);
    // Whoever is invited at the old address is the same person.
    let team = format!("/organisaties/{}/mensen/uitnodigen", COUNCIL_B.id());
    let form = office.visits(&team).await.form("Bekijk wat er gebeurt");
    form.fill("rijen", &format!("D. Postma;{}", Who::Dirk.address()))
        .send()
        .await
        .sees("Wij kennen dit adres als Dirk Postma.");
    office.visits("/mensen/dubbel").await.presses("Haal weer uit elkaar").await.sees("weer uit elkaar");
    assert_eq!(stored(&world).await, before, "every row is as it was");
    world.works().await;
}

async fn a_joining_is_undone_for_thirty_days(world: World) {
    let (dirk, other) = (Who::Dirk.id(), again(&world, "Dirk Postema", None).await);
    let office = office(&world).await;
    preview(&office, &dirk, &other).await.form(BUTTON).send().await.sees("tot en met 23 december 2026");
    world.is_at("2026-12-23T23:00");
    let form = office.visits("/mensen/dubbel").await.form("Haal weer uit elkaar");
    world.is_at("2026-12-24T09:01");
    office.visits("/mensen/dubbel").await.sees("is niets samengevoegd");
    form.send().await.sees("Dit kan niet meer terug");
    let token = form.value("_token").expect("a token");
    let page = office.posts("/mensen/dubbel/terug", &[("_token", token), ("samenvoeging", "nergens")]).await;
    page.sees("Dit kan niet meer terug");
    world.works().await;
}

/// What names a person and does not go along: what says who it was, what ends with the sign-in, and what is handled by
/// itself.
const STAYS: &[&str] = &[
    // A name, as it was typed.
    "advice_answer_line.promised_by",
    "event.actor",
    "event.on_behalf_of",
    "form_once.person",
    "mail_letter.person",
    "passkey_ceremony.person",
    "passkey_handle.person",
    "person_disabled.person",
    "person_join.person",
    "recovery_code.person",
    // What somebody wanted to see was refused to the entry that they came in with.
    "refused_look.person",
    "second_app.person",
    "second_miss.person",
    "session.person",
    "sign_in_attempt.person",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_column_that_names_a_person_is_forgotten() {
    let world = World::sqlite(PLAN).await;
    let own = rusqlite::Connection::open(world.database().url()).expect("the file");
    let sql = r#"SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND (c.name IN ('person', 'author', 'helper', 'deputy', 'actor', 'on_behalf_of')
           OR substr(c.name, -7) = '_person' OR substr(c.name, -3) = '_by'
           OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."table" = 'person' AND f."from" = c.name)) ORDER BY 1"#;
    let mut prepared = own.prepare(sql).expect("the tables");
    let found: Vec<String> =
        prepared.query_map([], |row| row.get(0)).expect("columns").map(|one| one.expect("a column")).collect();
    assert!(found.len() > 60, "{found:?}");
    let listed: Vec<String> = house::persons().iter().map(|p| format!("{}.{}", p.table, p.column)).collect();
    let forgotten: Vec<&String> =
        found.iter().filter(|one| !listed.contains(one) && !STAYS.contains(&one.as_str())).collect();
    assert!(forgotten.is_empty(), "say in `persons!` of the slice, or in STAYS, what becomes of {forgotten:?}");
    let gone: Vec<&String> = listed.iter().filter(|one| !found.contains(one)).collect();
    assert!(gone.is_empty(), "there is no such column: {gone:?}");
}
