//! Addresses that exist, one for each way in which somebody can stand to what is there: for checks from outside
//! that try every route as every persona.
//!
//! The relation is that of the persona who looks: [`Seen::Lid`], or another where an act is not of councils. What the demo has none of, has no example: nothing is made up.

mod fill;
mod store;

use std::collections::BTreeMap;

use platform::choice::Choice;
use platform::clock::Day;
use platform::db::{Conn, Listed, Result};
use platform::policy::Verdict;
use platform::web::Route;

use fill::{Place, places};

pub(crate) const STATEMENTS: &[Listed] = store::STATEMENTS;

platform::choice! {
    /// How the persona who looks stands to the thing.
    pub enum Relation {
        /// Their own, or of their own organisation.
        Own = "own",
        /// Of somebody else in the same council.
        SameCouncil = "same_council",
        /// Of a council that they have nothing to do with.
        OtherCouncil = "other_council",
        /// Of both sides of their table.
        Shared = "shared",
        /// Of a municipality that they have nothing to do with.
        OtherMunicipality = "other_municipality",
        /// Of everybody.
        Public = "public",
    }
}

platform::choice! {
    /// The persona whose eyes the relations are seen with.
    pub enum Seen {
        Lid = "lid",
        Contact = "contactambtenaar",
        Office = "bureau",
        Administrator = "beheerder",
    }
}

/// What one demo holds.
pub struct Examples {
    places: BTreeMap<Relation, Place>,
}

impl Examples {
    /// Looks them up; nothing when this database holds no demo.
    pub async fn of(conn: &mut Conn, today: Day) -> Result<Option<Self>> {
        Ok(places(conn, today).await?.map(|places| Self { places }))
    }

    /// Without a database: only what needs no id.
    pub fn none() -> Self {
        Self { places: BTreeMap::new() }
    }

    /// The address of a route in each relation that makes sense for it and that is there.
    pub fn for_route(&self, route: &Route) -> BTreeMap<&'static str, String> {
        // A guide is there in every house.
        let path = route.path.replace("{guide}", "raadslid");
        if !path.contains('{') {
            let relation = if route.info.open { Relation::Public } else { Relation::Own };
            return BTreeMap::from([(relation.word(), path)]);
        }
        let found = |(relation, place): (&Relation, &Place)| Some((relation.word(), place.path(route.path)?));
        self.places.iter().filter_map(found).collect()
    }
}

/// Whose eyes: those of the council's member, unless the act is of others alone.
pub fn seen_from(route: &Route) -> Seen {
    let (thing, action) = route.info.action.split_once('.').unwrap_or_default();
    let passes = (route.passes)();
    let only = |standing: &str| !passes.is_empty() && passes.iter().all(|pass| pass.standing == standing);
    let rules = crate::rules();
    let mut of_members = rules.iter().filter(|r| r.thing == thing && r.action == action && r.standing == "member");
    let hidden = of_members.all(|rule| rule.verdict == Verdict::Hidden);
    // For everybody but these two it is not there.
    let keepers = |standing: &str| matches!(standing, "office" | "administrator");
    let of_others = rules
        .iter()
        .filter(|r| r.thing == thing && r.action == action && !keepers(r.standing) && r.standing != "oneself");
    let of_keepers = !passes.is_empty()
        && passes.iter().all(|pass| keepers(pass.standing))
        && of_others.clone().count() > 0
        && of_others.clone().all(|rule| rule.verdict == Verdict::Hidden);
    match () {
        () if only("administrator") => Seen::Administrator,
        () if only("office") => Seen::Office,
        () if of_keepers => Seen::Office,
        () if hidden && passes.iter().any(|pass| pass.standing == "contact_officer") => Seen::Contact,
        () => Seen::Lid,
    }
}
