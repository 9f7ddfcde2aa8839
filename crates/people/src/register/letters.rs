//! The letters of the register: what changes for whom when an organisation is founded, goes up in another or ends.
//!
//! Who runs the people of a council or a municipality hears of what changes at its table; whoever works at a
//! municipality that goes up in another hears that themselves.

use identity::directory::{self, Organisation, Person};
use mail::{Draft, Letter};
use platform::clock::Day;
use platform::db::{Conn, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::jobs::Trouble;
use platform::{App, Kind, Lang, Role, Seat};
use ui::dates;

use crate::Event;
use crate::store::effects;
use crate::store::register;
use crate::store::ties::What;

const FOOT: &str = "Beraad, voor adviesraden en gemeenten";

/// What a letter says, to whomever it goes.
struct Words {
    subject: String,
    lead: String,
    more: Vec<String>,
}

impl Words {
    fn to(&self, person: &Person) -> Letter {
        let draft = Draft::new(self.subject.clone(), person.greeting()).lead(self.lead.clone());
        self.more.iter().fold(draft, |draft, text| draft.text(text.clone())).foot(FOOT).finish()
    }
}

/// Writes the letters that belong to an event, each person one.
pub(crate) async fn tell(app: &App, tx: &mut Tx, seq: i64, event: &Event) -> Result<(), Trouble> {
    let now = app.clock().now();
    let mut told: Vec<PersonId> = Vec::new();
    for (person, words) in letters(tx, event, now.day()).await? {
        if told.contains(&person) {
            continue;
        }
        let Some(person) = directory::person(tx, &person).await? else { continue };
        let cause = format!("register:{seq}:{}", person.id);
        mail::post(tx, &cause, Some(&person.id), &person.address, &words.to(&person), now).await?;
        told.push(person.id);
    }
    Ok(())
}

type Letters = Vec<(PersonId, Words)>;

async fn letters(tx: &mut Tx, event: &Event, today: Day) -> Result<Letters, Trouble> {
    match event {
        Event::Founded { of, municipalities } => founded(tx, &of.organisation, municipalities, today).await,
        Event::Tied { of, municipality, .. } => tied(tx, &of.organisation, municipality, today).await,
        Event::Merged { of, into, on } => merged(tx, &of.organisation, into, *on, today).await,
        Event::MergerTakenBack { of, into, on, councils } => {
            taken_back(tx, &of.organisation, into, *on, (councils, today)).await
        }
        Event::Closed { of, on } => closed(tx, &of.organisation, *on, today).await,
        _ => Ok(Vec::new()),
    }
}

fn day(on: Day) -> String {
    dates::full(on, Lang::Nl)
}

/// Everybody in an organisation on a day, and whether they run its people.
async fn seated(conn: &mut Conn, of: &Organisation, on: Day) -> Result<Vec<(PersonId, bool)>, Trouble> {
    let seated = directory::seated(conn, &of.id, on).await?;
    let runs = |role: Role, id: platform::id::SeatId| {
        let (organisation, organisation_name) = (of.id.clone(), String::new());
        Seat { id, organisation, organisation_name, kind: of.kind, role, style: None }.runs()
    };
    Ok(seated.into_iter().filter(|s| s.role != Role::Guest).map(|s| (s.person, runs(s.role, s.seat))).collect())
}

async fn runners(conn: &mut Conn, of: &Organisation, on: Day) -> Result<Vec<PersonId>, Trouble> {
    Ok(seated(conn, of, on).await?.into_iter().filter(|(_, runs)| *runs).map(|(person, _)| person).collect())
}

async fn find(conn: &mut Conn, id: &OrganisationId) -> Result<Option<Organisation>, Trouble> {
    Ok(directory::organisation(conn, id).await?)
}

/// The municipalities hear that a council or a partnership begins with them.
async fn founded(tx: &mut Tx, id: &OrganisationId, with: &[OrganisationId], today: Day) -> Result<Letters, Trouble> {
    let Some(new) = find(tx, id).await? else { return Ok(Vec::new()) };
    let mut letters = Vec::new();
    for municipality in with {
        let Some(municipality) = find(tx, municipality).await? else { continue };
        for person in runners(tx, &municipality, today).await? {
            let lead = match new.kind {
                Kind::Council => format!("{} staat in Beraad en adviseert {}.", new.name, municipality.name),
                _ => format!("{} staat in Beraad. {} doet mee.", new.name, dates::capital(&municipality.name)),
            };
            let more = vec!["Klopt dit niet? Laat het dan het bureau van de koepel weten.".to_owned()];
            letters.push((person, Words { subject: format!("{} staat in Beraad", new.name), lead, more }));
        }
    }
    Ok(letters)
}

/// Both sides hear from when until when they sit together.
async fn tied(
    tx: &mut Tx,
    one: &OrganisationId,
    municipality: &OrganisationId,
    today: Day,
) -> Result<Letters, Trouble> {
    let (Some(one), Some(other)) = (find(tx, one).await?, find(tx, municipality).await?) else {
        return Ok(Vec::new());
    };
    let tie = crate::store::ties::tie(tx, What::of(one.kind), &one.id, &other.id).await?;
    let Some(tie) = tie else { return Ok(Vec::new()) };
    let verb = if one.kind == Kind::Council { "adviseert" } else { "werkt samen met" };
    let when = match (tie.from_on.filter(|from| *from > today), tie.until_on) {
        (Some(from), None) => format!(" vanaf {}", day(from)),
        (Some(from), Some(until)) => format!(" van {} tot en met {}", day(from), day(until)),
        (None, Some(until)) => format!(" tot en met {}", day(until)),
        (None, None) => String::new(),
    };
    let lead = format!("{} {verb} {}{when}.", one.name, other.name);
    let mut letters = Vec::new();
    for person in [runners(tx, &one, today).await?, runners(tx, &other, today).await?].concat() {
        let subject = format!("{} en {}", one.name, other.name);
        let more = vec!["Klopt dit niet? Laat het dan het bureau van de koepel weten.".to_owned()];
        letters.push((person, Words { subject, lead: lead.clone(), more }));
    }
    Ok(letters)
}

async fn merged(
    tx: &mut Tx,
    former: &OrganisationId,
    into: &OrganisationId,
    on: Day,
    today: Day,
) -> Result<Letters, Trouble> {
    let (Some(former), Some(into)) = (find(tx, former).await?, find(tx, into).await?) else { return Ok(Vec::new()) };
    if register::party(tx, &former.id).await?.is_none_or(|party| party.goes_into.as_ref() != Some(&into.id)) {
        return Ok(Vec::new()); // taken back before this was told
    }
    let subject = format!("{} gaat op in {}", dates::capital(&former.name), into.name);
    let mut letters = Vec::new();
    for (person, _) in seated(tx, &former, today).await? {
        let roles = directory::seated(tx, &into.id, on).await?;
        let word = roles.iter().find(|s| s.person == person).map(|s| ui::role_word(s.role, Lang::Nl));
        let there = match word {
            Some(word) => format!("Vanaf die dag bent u ook {word} bij {}.", into.name),
            None => format!("Werkt u straks bij {}? Vraag daar dan om een rol.", into.name),
        };
        let more = vec![there, format!("Uw rol bij {} blijft, zodat u daar kunt afronden wat nog loopt.", former.name)];
        let lead = format!("Op {} gaat {} op in {}.", day(on), former.name, into.name);
        letters.push((person, Words { subject: subject.clone(), lead, more }));
    }
    for effect in effects::of(tx, &former.id).await?.into_iter().filter(|e| e.kind == What::Table && !e.added) {
        let Some(council) = find(tx, &OrganisationId::of(effect.one)).await? else { continue };
        for person in runners(tx, &council, today).await? {
            let lead = format!("Op {} gaat {} op in {}.", day(on), former.name, into.name);
            let more = vec![
                format!(
                    "Vanaf die dag adviseert {} de nieuwe gemeente. Daar hoeft u niets voor te doen.",
                    council.name
                ),
                "Dossiers die dan nog lopen, blijven staan en gaan gewoon door.".to_owned(),
                "Had u termijnen die alleen voor de oude gemeente gelden? Leg ze dan ook voor de nieuwe vast."
                    .to_owned(),
            ];
            letters.push((person, Words { subject: subject.clone(), lead, more }));
        }
    }
    Ok(letters)
}

async fn taken_back(
    tx: &mut Tx,
    former: &OrganisationId,
    into: &OrganisationId,
    on: Day,
    (councils, today): (&[OrganisationId], Day),
) -> Result<Letters, Trouble> {
    let (Some(former), Some(into)) = (find(tx, former).await?, find(tx, into).await?) else { return Ok(Vec::new()) };
    let mut people: Vec<PersonId> = seated(tx, &former, today).await?.into_iter().map(|(person, _)| person).collect();
    for council in councils {
        let Some(council) = find(tx, council).await? else { continue };
        people.extend(runners(tx, &council, today).await?);
    }
    let subject = format!("{} gaat toch niet op in {}", dates::capital(&former.name), into.name);
    let lead =
        format!("U kreeg bericht dat {} op {} opgaat in {}. Dat gaat niet door.", former.name, day(on), into.name);
    let more = vec!["Alles blijft zoals het was.".to_owned()];
    let words = || Words { subject: subject.clone(), lead: lead.clone(), more: more.clone() };
    Ok(people.into_iter().map(|person| (person, words())).collect())
}

/// Across the table they hear that an organisation ends; its own people get a letter about their role.
async fn closed(tx: &mut Tx, id: &OrganisationId, on: Day, today: Day) -> Result<Letters, Trouble> {
    let Some(ending) = find(tx, id).await? else { return Ok(Vec::new()) };
    let mut letters = Vec::new();
    for effect in effects::of(tx, id).await?.into_iter().filter(|e| e.kind != What::Seat) {
        let across = if effect.one == id.as_str() { effect.other } else { effect.one };
        let Some(across) = find(tx, &OrganisationId::of(across)).await? else { continue };
        for person in runners(tx, &across, today).await? {
            let subject = format!("{} stopt", ending.name);
            let lead = format!("De laatste dag van {} is {}.", ending.name, day(on));
            let more = vec!["Wat er staat, blijft te lezen voor wie erbij mag.".to_owned()];
            letters.push((person, Words { subject, lead, more }));
        }
    }
    Ok(letters)
}
