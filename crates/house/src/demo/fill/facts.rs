//! What is known of the councils, the municipalities and the people of the demo country: forms, acts, themes
//! since when, terms, what a council gets, portfolios, and what people like to be asked about.

use country::{Council, CouncilKind, Organisation, Role as Their};
use identity::directory::{self, NewOrganisation};
use people::seed::{self, NewSupport, Profile};
use people::{BodyForm, Form, Law, Reason, Support};
use platform::Kind;
use platform::clock::{DAY, Day, Moment};
use platform::db::{Result, Tx};
use platform::id::OrganisationId;

use super::Making;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    for n in 0..making.country.councils.len() {
        council(tx, making, n).await?;
    }
    seats(tx, making).await?;
    persons(tx, making).await?;
    bodies(tx, making).await?;
    mergers(tx, making).await
}

/// A number that is the same for the same council, to choose by.
fn dice(n: usize, sides: usize) -> usize {
    (n.wrapping_mul(2_654_435_761) >> 7) % sides
}

fn first_of(year: i16, month: i8) -> Day {
    Day::new(year, month, 1).unwrap_or(Day::new(2015, 1, 1).expect("a day"))
}

fn form(kind: CouncilKind) -> Form {
    match kind {
        CouncilKind::SocialDomain => Form::SocialDomain,
        CouncilKind::Wmo => Form::Wmo,
        CouncilKind::Clients => Form::Clients,
        CouncilKind::Participation => Form::Participation,
        CouncilKind::Youth => Form::Youth,
        CouncilKind::Seniors => Form::Seniors,
        CouncilKind::Accessibility => Form::Accessibility,
        CouncilKind::Newcomers => Form::Newcomers,
        CouncilKind::District => Form::District,
    }
}

/// The acts of a council, each from the year in which it began or the council did.
fn laws(council: &Council, n: usize) -> Vec<(Law, Option<Day>)> {
    let kinds: &[(Law, i16)] = match council.kind {
        CouncilKind::SocialDomain | CouncilKind::Participation | CouncilKind::District => &[
            (Law::Wmo, 2015),
            (Law::Jeugdwet, 2015),
            (Law::Participatiewet, 2015),
            (Law::Inburgering, 2022),
            (Law::Wgs, 2012),
        ],
        CouncilKind::Wmo | CouncilKind::Seniors | CouncilKind::Accessibility => {
            &[(Law::Wmo, 2015), (Law::Wpg, 2008), (Law::Omgevingswet, 2024)]
        }
        CouncilKind::Clients => &[(Law::Participatiewet, 2015), (Law::Wgs, 2012)],
        CouncilKind::Youth => &[(Law::Jeugdwet, 2015), (Law::Omgevingswet, 2024)],
        CouncilKind::Newcomers => &[(Law::Inburgering, 2022), (Law::Participatiewet, 2015)],
    };
    // Broadening takes time: not every council covers all of it yet.
    let most = (1 + dice(n, 5)).max(if council.kind == CouncilKind::SocialDomain { 3 } else { 1 });
    let since = |year: i16| Some(first_of(year.max(council.founded_year), 1));
    kinds.iter().take(most).map(|(law, year)| (*law, since(*year))).collect()
}

/// Three to seven themes, the first ones from the beginning and the others later.
fn themes<'a>(making: &'a Making<'_>, council: &Council, n: usize) -> Vec<(&'a str, Day)> {
    let all = &making.country.themes;
    let count = 3 + dice(n + 11, 5);
    let today = making.now.day();
    (0..count)
        .map(|k| {
            let theme = &all[(dice(n + 3, all.len()) + k * 5) % all.len()];
            let year = council.founded_year + i16::try_from(k).unwrap_or(0) * 2;
            (theme.slug.as_str(), first_of(year.min(today.0.year()), 1).min(today))
        })
        .collect()
}

struct Gets {
    kind: Support,
    words: String,
    article: usize,
}

fn support(making: &Making<'_>, council: &Council, n: usize) -> Vec<Gets> {
    let inhabitants: u32 = council.municipalities.iter().map(|m| making.country.municipalities[*m].inhabitants).sum();
    let euros = (4_000 + (inhabitants as usize / 12) / 500 * 500).min(28_000);
    let has_secretary =
        making.country.seats.iter().any(|s| {
            s.organisation == Organisation::Council(n) && s.role == Their::OfficialSecretary && s.is_current()
        });
    let mut all = vec![Gets {
        kind: Support::Budget,
        words: format!("€\u{a0}{}.{:03} per jaar", euros / 1000, euros % 1000),
        article: 9,
    }];
    if has_secretary {
        all.push(Gets { kind: Support::Secretary, words: format!("{} uur per week", 6 + dice(n, 4) * 2), article: 10 });
    }
    if dice(n + 1, 4) > 0 {
        all.push(Gets { kind: Support::Room, words: "Een zaal in het gemeentehuis, met koffie".into(), article: 11 });
    }
    if dice(n + 2, 3) > 0 {
        all.push(Gets { kind: Support::Training, words: "Scholing naar behoefte, in overleg".into(), article: 11 });
    }
    if dice(n + 3, 5) == 0 {
        all.push(Gets {
            kind: Support::Website,
            words: "Een eigen bladzijde op de site van de gemeente".into(),
            article: 11,
        });
    }
    if dice(n + 4, 3) > 0 {
        all.push(Gets {
            kind: Support::Allowance,
            words: format!("€\u{a0}{} per vergadering en reiskosten", 25 + dice(n, 6) * 10),
            article: 12,
        });
    }
    all
}

async fn council(tx: &mut Tx, making: &Making<'_>, n: usize) -> Result<()> {
    let council = &making.country.councils[n];
    let sitting = making.country.seats.iter().filter(|s| s.organisation == Organisation::Council(n) && s.is_current());
    let counts = |role: Their| matches!(role, Their::Chair | Their::Secretary | Their::Treasurer | Their::Member);
    let taken = sitting.filter(|s| counts(s.role)).count();
    let free = if dice(n + 5, 3) == 0 { 1 + dice(n, 2) } else { 0 };
    let source = &council.rules.source;
    let title = &source.title;
    let profile = Profile {
        form: form(council.kind),
        since_on: Some(first_of(council.founded_year, 1 + dice(n, 12) as i8)),
        places: (dice(n + 6, 8) > 0).then_some((taken + free) as i64),
        term_months: Some(if council.kind == CouncilKind::Youth { 24 } else { 48 }),
        terms_most: match dice(n + 7, 6) {
            0 => None,
            1 => Some(3),
            _ => Some(2),
        },
        source: format!("{title}, artikel 4"),
        source_on: Some(Day(source.valid_from(making.now.day().0))),
    };
    let laws = laws(council, n);
    let themes = themes(making, council, n);
    let payer = making.ids.municipality(council.municipalities[0]);
    let gets = support(making, council, n);
    let sources: Vec<String> = gets.iter().map(|g| format!("{title}, artikel {}", g.article)).collect();
    let support: Vec<NewSupport<'_>> = gets
        .iter()
        .zip(&sources)
        .map(|(g, source)| NewSupport { kind: g.kind, words: &g.words, payer: Some(&payer), source })
        .collect();
    let facts = seed::Council { profile: &profile, laws: &laws, themes: &themes, support: &support };
    seed::council(tx, &making.ids.council(n), &facts, making.now).await
}

const PORTFOLIOS: &[&str] =
    &["Zorg en welzijn", "Jeugd en onderwijs", "Werk en inkomen", "Sociaal domein", "Wonen en zorg"];

async fn seats(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let country = making.country;
    for (n, seat) in country.seats.iter().enumerate() {
        if matches!(seat.organisation, Organisation::Region(_)) {
            continue;
        }
        let id = making.ids.seat(n);
        let portfolio = match (seat.role, seat.theme) {
            (Their::PolicyOfficer, Some(theme)) => country.themes[theme].name.as_str(),
            (Their::Alderman, _) => PORTFOLIOS[dice(n, PORTFOLIOS.len())],
            _ => "",
        };
        if seat.reappointed || !portfolio.is_empty() {
            seed::seat(tx, &id, 1 + i64::from(seat.reappointed), portfolio).await?;
        }
        if let Some(days) = seat.until_days.filter(|days| *days < 0) {
            let reason = match dice(n, 6) {
                0 => Reason::OwnWish,
                1 => Reason::Moved,
                _ => Reason::TermOver,
            };
            seed::ended(tx, &id, reason, making.moment((-i64::from(days)).max(0), 600)).await?;
        }
    }
    deputies(tx, making).await
}

/// Each contact officer has the first policy officer of the same town hall as deputy.
async fn deputies(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let current = || making.country.seats.iter().enumerate().filter(|(_, s)| s.is_current());
    let mut first = std::collections::BTreeMap::new();
    for (_, seat) in current().filter(|(_, s)| s.role == Their::PolicyOfficer) {
        first.entry(seat.organisation).or_insert(seat.person);
    }
    for (n, seat) in current().filter(|(_, s)| s.role == Their::ContactOfficer) {
        if let Some(person) = first.get(&seat.organisation).filter(|p| **p != seat.person) {
            seed::deputy(tx, &making.ids.seat(n), &making.ids.person(*person), making.now).await?;
        }
    }
    Ok(())
}

const INTERESTS: &[&str] = &[
    "Bestuurslid van de voedselbank",
    "Vrijwilliger bij de ouderenbond",
    "Werkt bij een zorgaanbieder in de regio",
    "Lid van een politieke partij",
    "Mantelzorger, met een budget van de gemeente",
];

async fn persons(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    for (n, person) in making.country.persons.iter().enumerate() {
        let themes: Vec<&str> = person.expertise.iter().map(|t| making.country.themes[*t].slug.as_str()).collect();
        let id = making.ids.person(n);
        seed::told(tx, &id, person.about.as_deref(), &themes, making.moment(40 + (n as i64 % 300), 600)).await?;
        let council = making.country.seats_of(n).find_map(|s| match s.organisation {
            Organisation::Council(council) if s.is_current() => Some(council),
            _ => None,
        });
        if let (Some(council), 0) = (council, dice(n, 6)) {
            let interest = making.ids.id("interest", n, Moment(making.now.0 - 200 * DAY));
            let when = (making.day(-(60 + dice(n, 300) as i64)), making.moment(60, 600));
            let words = INTERESTS[dice(n + 9, INTERESTS.len())];
            seed::interest(tx, &interest, &id, &making.ids.council(council), words, when).await?;
        }
    }
    Ok(())
}

async fn elsewhere(
    tx: &mut Tx,
    making: &Making<'_>,
    id: &OrganisationId,
    name: &str,
    province: Option<&str>,
) -> Result<()> {
    let new = NewOrganisation {
        id,
        kind: Kind::Elsewhere,
        name,
        short_name: name,
        code: None,
        region: None,
        province,
        inhabitants: None,
    };
    directory::add_organisation(tx, &new, making.now).await
}

/// In each region some municipalities act together; and there are two partners for the whole country.
async fn bodies(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    for (n, region) in making.country.regions.iter().enumerate() {
        let id = OrganisationId::of(making.ids.id("partnership", n, Moment(0)));
        elsewhere(tx, making, &id, &format!("Samenwerking sociaal domein {}", region.province), Some(&region.province))
            .await?;
        let since = |m: &usize| first_of(2015 + dice(*m, 9) as i16, 1);
        let members: Vec<_> = region
            .municipalities
            .iter()
            .filter(|m| dice(**m, 3) == 0)
            .map(|m| (making.ids.municipality(*m), since(m)))
            .collect();
        seed::elsewhere(tx, &id, BodyForm::Partnership, &members).await?;
    }
    for (n, name) in ["Steunpunt Ervaringskennis", "Leerhuis Inwonerkracht"].iter().enumerate() {
        let id = OrganisationId::of(making.ids.id("partner", n, Moment(0)));
        elsewhere(tx, making, &id, name, None).await?;
        seed::elsewhere(tx, &id, BodyForm::Partner, &[]).await?;
    }
    Ok(())
}

/// The code of a municipality, the year in which others went up in it, and their codes and names.
type Merger = (&'static str, i16, &'static [(&'static str, &'static str)]);

/// Facts, as the list of municipalities is.
const MERGERS: &[Merger] = &[
    (
        "GM1982",
        2022,
        &[
            ("GM0756", "Boxmeer"),
            ("GM1684", "Cuijk"),
            ("GM0786", "Grave"),
            ("GM0815", "Mill en Sint Hubert"),
            ("GM1702", "Sint Anthonis"),
        ],
    ),
    ("GM1991", 2022, &[("GM1685", "Landerd"), ("GM0856", "Uden")]),
    ("GM1980", 2022, &[("GM0398", "Heerhugowaard"), ("GM0416", "Langedijk")]),
];

async fn mergers(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let mut count = 0;
    for (code, year, former) in MERGERS {
        let Some(at) = making.country.municipalities.iter().position(|m| m.code == *code) else { continue };
        seed::since(tx, &making.ids.municipality(at), first_of(*year, 1)).await?;
        for (code, name) in *former {
            let id = OrganisationId::of(making.ids.id("former", count, Moment(0)));
            count += 1;
            let new = NewOrganisation {
                id: &id,
                kind: Kind::Municipality,
                name: &format!("gemeente {name}"),
                short_name: name,
                code: Some(code),
                region: None,
                province: Some(&making.country.municipalities[at].province),
                inhabitants: None,
            };
            directory::add_organisation(tx, &new, making.now).await?;
            seed::went_up(tx, &id, &making.ids.municipality(at), first_of(*year, 1)).await?;
        }
    }
    Ok(())
}
