//! Organisations, people and seats of the demo country.

use country::{FormOfAddress, Organisation, Role as Their};
use identity::directory::{self, NewOrganisation, NewPerson, Salutation};
use identity::second;
use platform::clock::DAY;
use platform::db::{Result, Tx};
use platform::id::OrganisationId;
use platform::{Kind, Role, app};

use super::Making;

pub(super) async fn fill(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    organisations(tx, making).await?;
    persons(tx, making).await?;
    seats(tx, making).await?;
    for (slug, person) in making.country.personas() {
        let person = making.ids.person(*person);
        app::set(tx, &format!("persona.{slug}"), person.as_str()).await?;
        if second::is_required_of(tx, &person, making.now.day()).await? {
            second::give_app(tx, making.keys, &person, &making.ids.app_secret(slug)).await?;
        }
    }
    Ok(())
}

async fn organisations(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    let country = making.country;
    let id = making.ids.association();
    directory::add_organisation(tx, &bare(&id, Kind::Association, country.association, "koepel"), making.now).await?;
    for (n, one) in country.municipalities.iter().enumerate() {
        let (id, name) = (making.ids.municipality(n), format!("gemeente {}", one.name));
        let new = NewOrganisation {
            code: Some(&one.code),
            province: Some(&one.province),
            inhabitants: Some(one.inhabitants.into()),
            ..bare(&id, Kind::Municipality, &name, &one.name)
        };
        directory::add_organisation(tx, &new, making.now).await?;
    }
    for (n, council) in country.councils.iter().enumerate() {
        let (id, region) = (making.ids.council(n), &country.regions[council.region].name);
        let short = &country.municipalities[council.municipalities[0]].name;
        let new = NewOrganisation { region: Some(region), ..bare(&id, Kind::Council, &council.name, short) };
        directory::add_organisation(tx, &new, making.now).await?;
        for municipality in &council.municipalities {
            directory::link(tx, &id, &making.ids.municipality(*municipality)).await?;
        }
    }
    Ok(())
}

fn bare<'a>(id: &'a OrganisationId, kind: Kind, name: &'a str, short_name: &'a str) -> NewOrganisation<'a> {
    NewOrganisation { id, kind, name, short_name, code: None, region: None, province: None, inhabitants: None }
}

async fn persons(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    for (n, person) in making.country.persons.iter().enumerate() {
        let last_name = match &person.infix {
            Some(infix) => ui::dates::capital(&format!("{infix} {}", person.surname)),
            None => person.surname.clone(),
        };
        let salutation = match person.address {
            FormOfAddress::Mevrouw => Salutation::Mevrouw,
            FormOfAddress::DeHeer => Salutation::Meneer,
            FormOfAddress::None => Salutation::None,
        };
        let (id, name) = (making.ids.person(n), person.name());
        let new = NewPerson {
            id: &id,
            name: &name,
            first_name: &person.first,
            last_name: &last_name,
            salutation,
            address: &person.email,
        };
        // Everybody was here last some days ago: what came in since is new to them.
        let read = making.now.plus(-DAY * (2 + (n as i64 * 7) % 23));
        directory::add_person(tx, &new, read, making.now).await?;
    }
    Ok(())
}

async fn seats(tx: &mut Tx, making: &Making<'_>) -> Result<()> {
    for (n, seat) in making.country.seats.iter().enumerate() {
        let Some(organisation) = organisation(making, seat.organisation) else { continue };
        let from = making.day(-i64::from(seat.since_days));
        let until = seat.until_days.map(|days| making.day(days.into()));
        let (id, person) = (making.ids.seat(n), making.ids.person(seat.person));
        directory::add_seat(tx, &id, &person, &organisation, role(seat.role), from, until).await?;
    }
    Ok(())
}

/// A region is no organisation of its own yet; who leads it speaks for the association.
pub(super) fn organisation(making: &Making<'_>, organisation: Organisation) -> Option<OrganisationId> {
    match organisation {
        Organisation::Association => Some(making.ids.association()),
        Organisation::Region(_) => None,
        Organisation::Council(n) => Some(making.ids.council(n)),
        Organisation::Municipality(n) => Some(making.ids.municipality(n)),
    }
}

pub(super) fn role(role: Their) -> Role {
    match role {
        Their::Chair => Role::Chair,
        Their::Secretary => Role::Secretary,
        Their::Treasurer => Role::Treasurer,
        Their::Member => Role::Member,
        Their::Candidate => Role::Candidate,
        Their::OfficialSecretary => Role::OfficialSecretary,
        Their::ContactOfficer => Role::ContactOfficer,
        Their::PolicyOfficer => Role::Officer,
        Their::Alderman => Role::Alderman,
        Their::Clerk => Role::Clerk,
        Their::Facilitator => Role::Facilitator,
        Their::Office => Role::Office,
        Their::Board => Role::Board,
        Their::Administrator => Role::Administrator,
        Their::Guest => Role::Guest,
    }
}
