//! Finding seats back.

use std::collections::BTreeMap;

use crate::{Organisation, Seat};

/// Where the seats are, by person and by council.
pub(crate) struct Roster {
    by_person: Vec<Vec<usize>>,
    by_council: Vec<Vec<usize>>,
    by_municipality: BTreeMap<usize, Vec<usize>>,
}

impl Roster {
    pub(crate) fn new(seats: &[Seat], persons: usize, councils: usize) -> Self {
        let mut roster = Self {
            by_person: vec![Vec::new(); persons],
            by_council: vec![Vec::new(); councils],
            by_municipality: BTreeMap::new(),
        };
        for (at, seat) in seats.iter().enumerate() {
            roster.by_person[seat.person].push(at);
            match seat.organisation {
                Organisation::Council(council) => roster.by_council[council].push(at),
                Organisation::Municipality(place) => roster.by_municipality.entry(place).or_default().push(at),
                Organisation::Association | Organisation::Region(_) => {}
            }
        }
        roster
    }

    pub(crate) fn of_person(&self, person: usize) -> &[usize] {
        &self.by_person[person]
    }

    pub(crate) fn of_council(&self, council: usize) -> &[usize] {
        &self.by_council[council]
    }

    pub(crate) fn of_municipality(&self, municipality: usize) -> &[usize] {
        self.by_municipality.get(&municipality).map_or(&[], Vec::as_slice)
    }
}
