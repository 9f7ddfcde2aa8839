//! Who writes, and who answers.

use rand::Rng;

use crate::pen::Pen;
use crate::{Audience, Country, Organisation};

/// Who writes: a few write a lot.
pub(crate) struct Writers {
    council: Wheel,
    officers: Wheel,
    association: Vec<usize>,
    by_region: Vec<Wheel>,
    region_of: Vec<Option<usize>>,
}

/// People on a wheel, each with a part as wide as they are active.
#[derive(Default)]
struct Wheel {
    people: Vec<usize>,
    edges: Vec<f64>,
}

impl Wheel {
    fn add(&mut self, person: usize, width: f64) {
        let end = self.edges.last().copied().unwrap_or_default() + width;
        self.people.push(person);
        self.edges.push(end);
    }

    fn spin(&self, pen: &mut Pen<'_>) -> usize {
        let at = pen.rng.random::<f64>() * self.edges.last().copied().unwrap_or_default();
        let place = self.edges.partition_point(|edge| *edge <= at);
        self.people[place.min(self.people.len() - 1)]
    }
}

impl Writers {
    pub(crate) fn new(country: &Country) -> Self {
        let mut writers = Self {
            council: Wheel::default(),
            officers: Wheel::default(),
            association: Vec::new(),
            by_region: country.regions.iter().map(|_| Wheel::default()).collect(),
            region_of: vec![None; country.persons.len()],
        };
        for (person, someone) in country.persons.iter().enumerate() {
            let Some(seat) = country.speaks_for(person) else { continue };
            match (seat.organisation, seat.role) {
                (_, crate::Role::Guest | crate::Role::Administrator) => {}
                (Organisation::Council(council), _) => {
                    let region = country.councils[council].region;
                    writers.council.add(person, someone.activity);
                    writers.by_region[region].add(person, someone.activity);
                    writers.region_of[person] = Some(region);
                }
                (Organisation::Municipality(_), crate::Role::ContactOfficer | crate::Role::PolicyOfficer) => {
                    writers.officers.add(person, someone.activity);
                }
                (Organisation::Association, crate::Role::Facilitator | crate::Role::Office) => {
                    writers.association.push(person)
                }
                _ => {}
            }
        }
        writers
    }

    pub(crate) fn council(&self, pen: &mut Pen<'_>) -> usize {
        self.council.spin(pen)
    }

    pub(crate) fn officer(&self, pen: &mut Pen<'_>) -> usize {
        self.officers.spin(pen)
    }

    pub(crate) fn association(&self, pen: &mut Pen<'_>) -> usize {
        self.association[pen.rng.random_range(0..self.association.len())]
    }

    /// Somebody who may read this.
    pub(crate) fn reader(&self, pen: &mut Pen<'_>, audience: Audience) -> usize {
        match audience {
            Audience::Region(region) if !self.by_region[region].people.is_empty() => self.by_region[region].spin(pen),
            _ => self.council.spin(pen),
        }
    }

    pub(crate) fn region(&self, person: usize) -> Option<usize> {
        self.region_of[person]
    }
}
