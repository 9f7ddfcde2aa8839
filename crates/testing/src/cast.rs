//! The cast: invented people, who they are and where they sit. Every story is about them.

use identity::directory::{self, NewOrganisation, NewPerson, Salutation};
use platform::clock::{DAY, Moment};
use platform::db::{Result, Tx};
use platform::id::{OrganisationId, PersonId, SeatId, at};
use platform::{Kind, Role};

use Salutation::{Meneer, Mevrouw, None as Neither};

/// The council that most stories are about, and its municipality.
pub const COUNCIL_A: Place = Place { n: 1, kind: Kind::Council, name: "Adviesraad Lindewoude", short: "Lindewoude" };
pub const MUNICIPALITY_A: Place =
    Place { n: 2, kind: Kind::Municipality, name: "gemeente Lindewoude", short: "Lindewoude" };
/// Another council and municipality, in another region.
pub const COUNCIL_B: Place = Place { n: 3, kind: Kind::Council, name: "Adviesraad Waterhoek", short: "Waterhoek" };
pub const MUNICIPALITY_B: Place =
    Place { n: 4, kind: Kind::Municipality, name: "gemeente Waterhoek", short: "Waterhoek" };
pub const ASSOCIATION: Place = Place { n: 5, kind: Kind::Association, name: "de Koepel", short: "de Koepel" };

/// Who keeps the house itself running.
pub const HOST: Place = Place { n: 6, kind: Kind::Host, name: "Beheer van Beraad", short: "Beheer" };

pub const REGION_A: &str = "Noord";
pub const REGION_B: &str = "Zuid";

/// An organisation of the world.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    n: u128,
    pub kind: Kind,
    pub name: &'static str,
    pub short: &'static str,
}

impl Place {
    pub fn id(&self) -> OrganisationId {
        OrganisationId::of(at(Moment(0), self.n))
    }
}

/// Somebody of the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Chairs council A.
    Ans,
    /// Secretary of council A.
    Chaima,
    /// Member of council A.
    Dirk,
    /// Contact officer of municipality A.
    Bram,
    /// Policy officer of municipality A.
    Els,
    /// Alderman of municipality A.
    Willem,
    /// Clerk of municipality A.
    Greet,
    /// Member of council B, elsewhere in the country.
    Fenna,
    /// Officer of municipality B.
    Otto,
    /// Sits in council A, and works at municipality A.
    Dora,
    /// Facilitator of the association.
    Koos,
    /// Signed in, without a seat.
    Eva,
}

impl Who {
    pub const ALL: [Self; 12] = [
        Self::Ans,
        Self::Chaima,
        Self::Dirk,
        Self::Bram,
        Self::Els,
        Self::Willem,
        Self::Greet,
        Self::Fenna,
        Self::Otto,
        Self::Dora,
        Self::Koos,
        Self::Eva,
    ];

    pub fn id(self) -> PersonId {
        PersonId::of(at(Moment(0), 100 + self as u128))
    }

    pub fn first_name(self) -> &'static str {
        self.card().0
    }

    pub fn name(self) -> String {
        let (first, last, ..) = self.card();
        format!("{first} {last}")
    }

    /// Where their letters go.
    pub fn address(self) -> String {
        format!("{}@voorbeeld.example", self.first_name().to_lowercase())
    }

    /// First name, last name, form of address, and the seats they hold.
    fn card(self) -> (&'static str, &'static str, Salutation, &'static [(Place, Role)]) {
        match self {
            Self::Ans => ("Ans", "Terpstra", Mevrouw, &[(COUNCIL_A, Role::Chair)]),
            Self::Chaima => ("Chaima", "El Amrani", Mevrouw, &[(COUNCIL_A, Role::Secretary)]),
            Self::Dirk => ("Dirk", "Postma", Meneer, &[(COUNCIL_A, Role::Member)]),
            Self::Bram => ("Bram", "de Wit", Meneer, &[(MUNICIPALITY_A, Role::ContactOfficer)]),
            Self::Els => ("Els", "Vermeer", Mevrouw, &[(MUNICIPALITY_A, Role::Officer)]),
            Self::Willem => ("Willem", "van Dalen", Meneer, &[(MUNICIPALITY_A, Role::Alderman)]),
            Self::Greet => ("Greet", "Kuiper", Mevrouw, &[(MUNICIPALITY_A, Role::Clerk)]),
            Self::Fenna => ("Fenna", "Bosma", Mevrouw, &[(COUNCIL_B, Role::Member)]),
            Self::Otto => ("Otto", "Smit", Meneer, &[(MUNICIPALITY_B, Role::Officer)]),
            Self::Dora => ("Dora", "Meijer", Neither, &[(COUNCIL_A, Role::Member), (MUNICIPALITY_A, Role::Officer)]),
            Self::Koos => ("Koos", "Veenstra", Meneer, &[(ASSOCIATION, Role::Facilitator)]),
            Self::Eva => ("Eva", "Jansen", Mevrouw, &[]),
        }
    }
}

/// Writes the organisations, the people and their seats. Everybody has read what is older than a day.
pub async fn settle(tx: &mut Tx, now: Moment) -> Result<()> {
    for place in [COUNCIL_A, MUNICIPALITY_A, COUNCIL_B, MUNICIPALITY_B, ASSOCIATION, HOST] {
        let region = match place.n {
            1 => Some(REGION_A),
            3 => Some(REGION_B),
            _ => None,
        };
        let code = format!("{:04}", place.n);
        let new = NewOrganisation {
            id: &place.id(),
            kind: place.kind,
            name: place.name,
            short_name: place.short,
            code: (place.kind == Kind::Municipality).then_some(code.as_str()),
            region,
            province: None,
            inhabitants: None,
        };
        directory::add_organisation(tx, &new, now).await?;
    }
    directory::link(tx, &COUNCIL_A.id(), &MUNICIPALITY_A.id()).await?;
    directory::link(tx, &COUNCIL_B.id(), &MUNICIPALITY_B.id()).await?;
    for who in Who::ALL {
        move_in(tx, who, now).await?;
    }
    Ok(())
}

async fn move_in(tx: &mut Tx, who: Who, now: Moment) -> Result<()> {
    let (first_name, last_name, salutation, seats) = who.card();
    let (id, name, address) = (who.id(), who.name(), who.address());
    let last_name = ui::dates::capital(last_name);
    let new = NewPerson { id: &id, name: &name, first_name, last_name: &last_name, salutation, address: &address };
    directory::add_person(tx, &new, now.plus(-DAY), now).await?;
    for (n, (place, role)) in seats.iter().enumerate() {
        let seat = SeatId::of(at(Moment(0), 1_000 + 10 * who as u128 + n as u128));
        directory::add_seat(tx, &seat, &id, &place.id(), *role, now.day().plus_days(-400), None).await?;
    }
    Ok(())
}
