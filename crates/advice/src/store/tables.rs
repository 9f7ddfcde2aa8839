//! The tables at which somebody sits.

use platform::args;
use platform::clock::Day;
use platform::db::{Conn, Result};
use platform::id::PersonId;

use crate::table::Table;

platform::statements! {
    OF_PERSON: Table = "SELECT cm.council, co.name AS council_name, cm.municipality, mu.short_name AS municipality_name
          FROM council_municipality cm
          JOIN organisation co ON co.id = cm.council
          JOIN organisation mu ON mu.id = cm.municipality
         WHERE (cm.from_on IS NULL OR cm.from_on <= $2) AND (cm.until_on IS NULL OR cm.until_on >= $2)
           AND EXISTS (SELECT 1 FROM seat s WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
               AND ((s.organisation = cm.council AND s.role IN ('chair', 'secretary', 'official_secretary', 'treasurer', 'member', 'candidate'))
                 OR (s.organisation = cm.municipality AND s.role IN ('contact_officer', 'officer', 'alderman', 'clerk'))))
         ORDER BY co.name, mu.name";
}

pub async fn of_person(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Vec<Table>> {
    conn.all(OF_PERSON, args![person, today]).await
}
