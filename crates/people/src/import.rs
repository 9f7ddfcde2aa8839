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
mod wrong;

pub(crate) use table::dutch as dutch_column;

pub use wrong::{Why, Wrong};

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
    pub wrong: Vec<(u64, Wrong)>,
    /// What each right line came to.
    pub right: Vec<Right>,
}

/// A line in which nothing is wrong, and what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    pub line: u64,
    pub organisation: String,
    pub new_organisation: bool,
    pub member: Option<RightMember>,
}

/// The person of a line, in a role from a day until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RightMember {
    pub name: String,
    pub address: String,
    pub role: Role,
    pub from_on: Day,
    pub until_on: Option<Day>,
    pub new_person: bool,
    pub new_role: bool,
}

impl Right {
    /// Everything that the line says is there already.
    pub fn is_known(&self) -> bool {
        !self.new_organisation && self.member.as_ref().is_none_or(|m| !m.new_person && !m.new_role)
    }
}

/// The text of a file, in UTF-8 or in what a spreadsheet in Windows writes.
pub fn text_of(file: &[u8]) -> std::borrow::Cow<'_, str> {
    table::text_of(file)
}

/// Reads a file and writes what is new, in the transaction of the caller, for the command line. The file may have
/// commas, semicolons or tabs between its cells, and may be in UTF-8 or in what a spreadsheet in Windows writes.
///
/// # Errors
/// Of the database only; what is wrong with a line is in the report.
pub async fn people(tx: &mut Tx, file: impl AsRef<[u8]>, now: Moment) -> Result<Report> {
    let by = By { actor: None, on_behalf_of: None, at: now, origin: Origin::Command, network: None };
    read(tx, &table::text_of(file.as_ref()), by).await
}

/// The same for a text, by whomever. A transaction that is dropped afterwards tells what would come of it.
///
/// # Errors
/// Of the database only.
pub async fn read(tx: &mut Tx, text: &str, by: By) -> Result<Report> {
    let (mut report, now) = (Report::default(), by.at);
    for (line, row) in table::rows(text) {
        let row = match row {
            Ok(row) => row,
            Err(why) => {
                report.wrong.push((line, why));
                continue;
            }
        };
        match checked(tx, &row, now.day()).await? {
            Ok(checked) => write(tx, line, &checked, &mut report, now).await?,
            Err(why) => report.wrong.push((line, why)),
        }
    }
    if report.organisations + report.people + report.roles > 0 {
        let (organisations, people, roles) = (report.organisations, report.people, report.roles);
        tx.record(Entry::of(by, &Event::Imported { organisations, people, roles }));
    }
    Ok(report)
}

/// How many lines a text has at most, the headings and empty ones too.
pub fn lines(text: &str) -> usize {
    text.lines().count()
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

async fn checked<'a>(conn: &mut Conn, row: &'a Row, today: Day) -> Result<std::result::Result<Checked<'a>, Wrong>> {
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
        return Ok(Err(Wrong::of("address", Why::Barred(member.address.clone()))));
    }
    let mut municipalities = Vec::new();
    for code in row.municipalities.split_whitespace() {
        match conn.one(BY_CODE, args![code]).await? {
            Some(there) if there.kind == Kind::Municipality => municipalities.push(there.id),
            Some(there) => {
                let why = Why::NoMunicipality { code: code.to_owned(), name: there.name };
                return Ok(Err(Wrong::of("municipalities", why)));
            }
            None => {
                return Ok(Err(Wrong::of("municipalities", Why::UnknownCode(code.to_owned()))));
            }
        }
    }
    Ok(Ok(Checked { row, kind, form, inhabitants, municipalities, member }))
}

/// Why a line is about another organisation than the one that is there.
async fn is_another(conn: &mut Conn, row: &Row, kind: Kind) -> Result<Option<Wrong>> {
    let code = row.code.as_str();
    if code.is_empty() {
        return Ok(None);
    }
    if let Some(there) = conn.one(BY_CODE, args![code]).await? {
        let same = directory::fold(&there.name) == directory::fold(&row.organisation);
        return Ok(match (there.kind == kind, same) {
            (true, true) => None,
            (false, _) => {
                let why = Why::OtherKind { code: code.to_owned(), name: there.name, kind: there.kind };
                Some(Wrong::of("kind", why))
            }
            (true, false) => Some(Wrong::of("organisation", Why::CodeOf { code: code.to_owned(), name: there.name })),
        });
    }
    let named = conn.one(BY_NAME, args![kind, directory::fold(&row.organisation)]).await?;
    let other = named.and_then(|there| there.code.filter(|other| other != code));
    let why = |other| Why::OtherCode { name: row.organisation.clone(), other, code: code.to_owned() };
    Ok(other.map(|other| Wrong::of("code", why(other))))
}

type Plain = (Kind, Option<Form>, Option<i64>, Option<Member>);

/// What an organisation is, in English or in Dutch.
fn kind_of(word: &str) -> Option<Kind> {
    match word.to_lowercase().as_str() {
        "raad" | "adviesraad" => Some(Kind::Council),
        "gemeente" => Some(Kind::Municipality),
        "koepel" => Some(Kind::Association),
        "elders" | "partner" => Some(Kind::Elsewhere),
        word => Kind::of(word).filter(|kind| *kind != Kind::Host),
    }
}

/// A day with its year: as 2026-11-24, or as people and spreadsheets write it.
fn day_of(text: &str) -> Option<Day> {
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let written = || ui::dates::parse(text, Day::new(2000, 1, 1)?);
    Day::parse(text).or_else(|| if has_year { written() } else { None })
}

/// What can be said of a line without looking in the house.
fn plain(row: &Row, today: Day) -> std::result::Result<Plain, Wrong> {
    if row.organisation.is_empty() {
        return Err(Wrong::of("organisation", Why::NoOrganisation));
    }
    let kind = kind_of(&row.kind);
    let kind = kind.ok_or_else(|| Wrong::of("kind", Why::NoKind(row.kind.clone())))?;
    if kind != Kind::Council && !row.municipalities.is_empty() {
        return Err(Wrong::of("municipalities", Why::OnlyCouncilsAdvise));
    }
    if kind != Kind::Council && !row.form.is_empty() {
        return Err(Wrong::of("form", Why::OnlyCouncilsHaveForm));
    }
    let form = match row.form.as_str() {
        "" => None,
        word => Some(Form::of(word).ok_or_else(|| Wrong::of("form", Why::NoForm(word.to_owned())))?),
    };
    let inhabitants = match row.inhabitants.as_str() {
        "" => None,
        number => {
            let read = number.parse().map_err(|_| Wrong::of("inhabitants", Why::NoNumber(number.to_owned())))?;
            Some(read)
        }
    };
    let member = if row.address.is_empty() { None } else { Some(member(row, kind, today)?) };
    Ok((kind, form, inhabitants, member))
}

fn member(row: &Row, kind: Kind, today: Day) -> std::result::Result<Member, Wrong> {
    let address = mailbox::read(&row.address).map_err(|_| Wrong::of("address", Why::NoAddress(row.address.clone())))?;
    if row.last_name.is_empty() {
        return Err(Wrong::of("last_name", Why::NoLastName));
    }
    let role = Role::of(&row.role).or_else(|| sheet::role(&row.role));
    let role = role.filter(|r| kinds::roles(kind).contains(r));
    let role = role.ok_or_else(|| Wrong::of("role", Why::NoRole { role: row.role.clone(), kind }))?;
    let day = |column: &str, text: &str| day_of(text).ok_or_else(|| Wrong::of(column, Why::NoDay(text.to_owned())));
    let salutation = if row.salutation.is_empty() { "geen" } else { &row.salutation };
    let salutation =
        Salutation::of(salutation).ok_or_else(|| Wrong::of("salutation", Why::NoSalutation(salutation.to_owned())))?;
    let from_on = if row.from.is_empty() { today } else { day("from", &row.from)? };
    let until_on = if row.until.is_empty() { None } else { Some(day("until", &row.until)?) };
    if let Some(until) = until_on.filter(|until| *until < from_on) {
        return Err(Wrong::of("until", Why::EndsBefore { until, from: from_on }));
    }
    Ok(Member { address, salutation, role, from_on, until_on })
}

async fn write(tx: &mut Tx, line: u64, checked: &Checked<'_>, report: &mut Report, now: Moment) -> Result<()> {
    let before = report.organisations;
    let organisation = organisation(tx, checked, report, now).await?;
    let new_organisation = report.organisations > before;
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
    let member = match &checked.member {
        Some(member) => Some(seat(tx, checked.row, member, &organisation, report, now).await?),
        None => None,
    };
    report.right.push(Right { line, organisation: checked.row.organisation.clone(), new_organisation, member });
    Ok(())
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
) -> Result<RightMember> {
    let (people, roles) = (report.people, report.roles);
    let name = format!("{} {}", row.first_name, row.last_name).trim().to_owned();
    let person = match tx.one(PERSON, args![member.address]).await? {
        Some((id,)) => id,
        None => {
            let id = PersonId::fresh();
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
    Ok(RightMember {
        name,
        address: member.address.clone(),
        role: member.role,
        from_on: member.from_on,
        until_on: member.until_on,
        new_person: report.people > people,
        new_role: report.roles > roles,
    })
}
