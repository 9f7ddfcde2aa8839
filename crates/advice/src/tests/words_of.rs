//! Somebody of the cast as policies see them, read from their seats.

use platform::clock::Day;
use platform::db::Reader;
use platform::id::{OrganisationId, PersonId, SeatId};
use platform::{Actor, Kind, Role, Seat, args};

platform::statements! {
    SEATS: (SeatId, OrganisationId, String, Kind, Role) = "SELECT s.id, o.id, o.short_name, o.kind, s.role FROM seat s
        JOIN organisation o ON o.id = s.organisation WHERE s.person = $1 AND s.from_on <= $2 ORDER BY s.id";
    READS_ENGLISH: () = "INSERT INTO person_looks (person, lang, size, face) VALUES ($1, 'en', '18', 'normal')";
}

pub(crate) async fn actor(reader: &mut Reader, person: PersonId, today: Day) -> Actor {
    let rows = reader.all(SEATS, args![person, today]).await.expect("their seats");
    let seat = |(id, organisation, organisation_name, kind, role)| Seat {
        id,
        organisation,
        organisation_name,
        kind,
        role,
        style: None,
    };
    Actor { person: Some(person), seats: rows.into_iter().map(seat).collect(), ..Actor::default() }
}
