//! Councils and people from a file, for who sets up a house: `beraad import people FILE.csv`.
//!
//! One line is a person in a role in an organisation; a line without an address is the organisation alone.
//! What is there already is left as it is, so that reading the same file twice changes nothing. A wrong line
//! says so and does nothing; the others go on.

use identity::directory::{self, NewOrganisation, NewPerson, Salutation};
use identity::mailbox;
use platform::choice::Choice;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::trail::{By, Entry, Origin};
use platform::{Kind, Role, args};

use crate::body::Profile;
use crate::kinds::{self, Form};
use crate::store::facts;
use crate::{Event, sheet};

mod table;

platform::statements! {
    BY_CODE: There = "SELECT id, kind, name, code FROM organisation WHERE code = $1";
    BY_NAME: There = "SELECT id, kind, name, code FROM organisation WHERE kind = $1 AND folded = $2 ORDER BY created_at, id LIMIT 1";
    LINKED: (i64,) = "SELECT COUNT(*) FROM council_municipality WHERE council = $1 AND municipality = $2";
    PERSON: (PersonId,) = "SELECT COALESCE((SELECT j.into_person FROM person_join j WHERE j.person = q.id AND j.undone_at IS NULL), q.id) FROM person q WHERE q.address = $1";
    DISABLED: (i64,) = "SELECT COUNT(*) FROM person p JOIN person_disabled d ON d.person = p.id WHERE p.address = $1
        AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.person = p.id AND j.undone_at IS NULL)";
    SEATED: (i64,) = "SELECT COUNT(*) FROM seat WHERE person = $1 AND organisation = $2 AND role = $3 AND from_on = $4";
    HAS_PROFILE: (i64,) = "SELECT COUNT(*) FROM council_profile WHERE council = $1";
}

platform::row! {
    /// An organisation that is there.
    pub(crate) struct There { id: OrganisationId, kind: Kind, name: String, code: Option<String> }
}

/// A line of the file, by the names of its columns. Only `organisation` and `kind` are always needed.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub organisation: String,
    /// council, municipality, association or elsewhere.
    pub kind: String,
    /// The CBS code of a municipality.
    pub code: String,
    pub region: String,
    pub province: String,
    pub inhabitants: String,
    /// The CBS codes of the municipalities that a council advises, with spaces between.
    pub municipalities: String,
    /// social_domain, wmo, clients, …
    pub form: String,
    pub first_name: String,
    pub last_name: String,
    /// mevrouw, meneer or geen.
    pub salutation: String,
    pub address: String,
    pub role: String,
    /// 2026-11-24; empty: today.
    pub from: String,
    pub until: String,
}

/// What an import came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub organisations: i64,
    pub people: i64,
    pub roles: i64,
    /// The number of each wrong line, and what is wrong.
    pub wrong: Vec<(u64, String)>,
}

/// Reads a file and writes what is new, in the transaction of the caller. The file may have commas, semicolons or
/// tabs between its cells, and may be in UTF-8 or in what a spreadsheet in Windows writes.
///
/// # Errors
/// Of the database only; what is wrong with a line is in the report.
pub async fn people(tx: &mut Tx, file: impl AsRef<[u8]>, now: Moment) -> Result<Report> {
    let text = table::text_of(file.as_ref());
    let mut report = Report::default();
    for (line, row) in table::rows(&text) {
        let row = match row {
            Ok(row) => row,
            Err(why) => {
                report.wrong.push((line, why));
                continue;
            }
        };
        match checked(tx, &row, now.day()).await? {
            Ok(checked) => write(tx, &checked, &mut report, now).await?,
            Err(why) => report.wrong.push((line, why)),
        }
    }
    if report.organisations + report.people + report.roles > 0 {
        let by = By { actor: None, on_behalf_of: None, at: now, origin: Origin::Command, network: None };
        let (organisations, people, roles) = (report.organisations, report.people, report.roles);
        tx.record(Entry::of(by, &Event::Imported { organisations, people, roles }));
    }
    Ok(report)
}

/// A line in which nothing is wrong.
struct Checked<'a> {
    row: &'a Row,
    kind: Kind,
    form: Option<Form>,
    inhabitants: Option<i64>,
    municipalities: Vec<OrganisationId>,
    member: Option<Member>,
}

struct Member {
    address: String,
    salutation: Salutation,
    role: Role,
    from_on: Day,
    until_on: Option<Day>,
}

async fn checked<'a>(conn: &mut Conn, row: &'a Row, today: Day) -> Result<std::result::Result<Checked<'a>, String>> {
    let (kind, form, inhabitants, member) = match plain(row, today) {
        Ok(plain) => plain,
        Err(why) => return Ok(Err(why)),
    };
    if let Some(why) = is_another(conn, row, kind).await? {
        return Ok(Err(why));
    }
    if let Some(member) = &member
        && conn.value(DISABLED, args![member.address]).await? > 0
    {
        return Ok(Err(wrong("address", format!("the access of {} was ended", member.address))));
    }
    let mut municipalities = Vec::new();
    for code in row.municipalities.split_whitespace() {
        match conn.one(BY_CODE, args![code]).await? {
            Some(there) if there.kind == Kind::Municipality => municipalities.push(there.id),
            Some(there) => {
                let why = format!("{code} is the code of {}, no municipality", there.name);
                return Ok(Err(wrong("municipalities", why)));
            }
            None => {
                let why = format!("no municipality has the code {code}: put its own line first");
                return Ok(Err(wrong("municipalities", why)));
            }
        }
    }
    Ok(Ok(Checked { row, kind, form, inhabitants, municipalities, member }))
}

/// What is wrong, with the column in which it stands.
fn wrong(column: &str, why: impl std::fmt::Display) -> String {
    format!("column {column}: {why}")
}

/// Why a line is about another organisation than the one that is there.
async fn is_another(conn: &mut Conn, row: &Row, kind: Kind) -> Result<Option<String>> {
    let code = row.code.as_str();
    if code.is_empty() {
        return Ok(None);
    }
    if let Some(there) = conn.one(BY_CODE, args![code]).await? {
        let same = directory::fold(&there.name) == directory::fold(&row.organisation);
        return Ok(match (there.kind == kind, same) {
            (true, true) => None,
            (false, _) => Some(wrong("kind", format!("{code} is {}, a {}", there.name, there.kind.word()))),
            (true, false) => Some(wrong("organisation", format!("{code} is the code of {}", there.name))),
        });
    }
    let named = conn.one(BY_NAME, args![kind, directory::fold(&row.organisation)]).await?;
    let other = named.and_then(|there| there.code.filter(|other| other != code));
    Ok(other.map(|other| wrong("code", format!("{} has the code {other}, not {code}", row.organisation))))
}

type Plain = (Kind, Option<Form>, Option<i64>, Option<Member>);

/// What can be said of a line without looking in the house.
fn plain(row: &Row, today: Day) -> std::result::Result<Plain, String> {
    if row.organisation.is_empty() {
        return Err(wrong("organisation", "no organisation is named"));
    }
    let kind = Kind::of(&row.kind).filter(|k| *k != Kind::Host).ok_or_else(|| {
        let why = format!("{:?} is no kind: write council, municipality, association or elsewhere", row.kind);
        wrong("kind", why)
    })?;
    if kind != Kind::Council && !row.municipalities.is_empty() {
        return Err(wrong("municipalities", "only a council advises municipalities: leave it empty"));
    }
    if kind != Kind::Council && !row.form.is_empty() {
        return Err(wrong("form", "only a council has one: leave it empty"));
    }
    let form = match row.form.as_str() {
        "" => None,
        word => Some(Form::of(word).ok_or_else(|| wrong("form", format!("{word:?} is no form of a council")))?),
    };
    let inhabitants = match row.inhabitants.as_str() {
        "" => None,
        number => {
            let read = number.parse().map_err(|_| wrong("inhabitants", format!("{number:?} is no number")))?;
            Some(read)
        }
    };
    let member = if row.address.is_empty() { None } else { Some(member(row, kind, today)?) };
    Ok((kind, form, inhabitants, member))
}

fn member(row: &Row, kind: Kind, today: Day) -> std::result::Result<Member, String> {
    let address =
        mailbox::read(&row.address).map_err(|_| wrong("address", format!("{:?} is no e-mail address", row.address)))?;
    if row.last_name.is_empty() {
        return Err(wrong("last_name", "there is an address and no last name"));
    }
    let role = Role::of(&row.role).or_else(|| sheet::role(&row.role));
    let role = role.filter(|r| kinds::roles(kind).contains(r));
    let role = role.ok_or_else(|| wrong("role", format!("{:?} is no role in a {}", row.role, kind.word())))?;
    let day = |column: &str, text: &str| {
        Day::parse(text).ok_or_else(|| wrong(column, format!("{text:?} is no day: write 2026-11-24")))
    };
    let salutation = if row.salutation.is_empty() { "geen" } else { &row.salutation };
    let salutation = Salutation::of(salutation)
        .ok_or_else(|| wrong("salutation", format!("{salutation:?} is none: write mevrouw, meneer or geen")))?;
    let from_on = if row.from.is_empty() { today } else { day("from", &row.from)? };
    let until_on = if row.until.is_empty() { None } else { Some(day("until", &row.until)?) };
    if let Some(until) = until_on.filter(|until| *until < from_on) {
        return Err(wrong("until", format!("{until} is before the first day, {from_on}")));
    }
    Ok(Member { address, salutation, role, from_on, until_on })
}

async fn write(tx: &mut Tx, checked: &Checked<'_>, report: &mut Report, now: Moment) -> Result<()> {
    let organisation = organisation(tx, checked, report, now).await?;
    for municipality in &checked.municipalities {
        if tx.value(LINKED, args![organisation, municipality]).await? == 0 {
            directory::link(tx, &organisation, municipality).await?;
        }
    }
    if let Some(form) = checked.form
        && tx.value(HAS_PROFILE, args![organisation]).await? == 0
    {
        let profile = Profile {
            form,
            since_on: None,
            places: None,
            term_months: None,
            terms_most: None,
            source: String::new(),
            source_on: None,
        };
        facts::write_profile(tx, &organisation, &profile, None, now).await?;
    }
    match &checked.member {
        Some(member) => seat(tx, checked.row, member, &organisation, report, now).await,
        None => Ok(()),
    }
}

async fn organisation(tx: &mut Tx, checked: &Checked<'_>, report: &mut Report, now: Moment) -> Result<OrganisationId> {
    let row = checked.row;
    let by_code = if row.code.is_empty() { None } else { tx.one(BY_CODE, args![row.code]).await? };
    let found = match by_code {
        Some(there) => Some(there),
        None => tx.one(BY_NAME, args![checked.kind, directory::fold(&row.organisation)]).await?,
    };
    if let Some(there) = found {
        return Ok(there.id);
    }
    let id = OrganisationId::fresh();
    let filled = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    let (code, region, province) = (filled(&row.code), filled(&row.region), filled(&row.province));
    let short_name = row.organisation.strip_prefix("gemeente ").unwrap_or(&row.organisation);
    let new = NewOrganisation {
        id: &id,
        kind: checked.kind,
        name: &row.organisation,
        short_name,
        code: code.as_deref(),
        region: region.as_deref(),
        province: province.as_deref(),
        inhabitants: checked.inhabitants,
    };
    directory::add_organisation(tx, &new, now).await?;
    report.organisations += 1;
    Ok(id)
}

async fn seat(
    tx: &mut Tx,
    row: &Row,
    member: &Member,
    organisation: &OrganisationId,
    report: &mut Report,
    now: Moment,
) -> Result<()> {
    let person = match tx.one(PERSON, args![member.address]).await? {
        Some((id,)) => id,
        None => {
            let (id, name) = (PersonId::fresh(), format!("{} {}", row.first_name, row.last_name).trim().to_owned());
            let last_name = ui::dates::capital(&row.last_name);
            let new = NewPerson {
                id: &id,
                name: &name,
                first_name: &row.first_name,
                last_name: &last_name,
                salutation: member.salutation,
                address: &member.address,
            };
            directory::add_person(tx, &new, now, now).await?;
            report.people += 1;
            id
        }
    };
    if tx.value(SEATED, args![person, organisation, member.role, member.from_on]).await? == 0 {
        let id = SeatId::fresh();
        directory::add_seat(tx, &id, &person, organisation, member.role, member.from_on, member.until_on).await?;
        report.roles += 1;
    }
    Ok(())
}
