//! Whether municipalities can go up in another on a day. Pure.
//!
//! Who goes up receives nobody afterwards, and who receives is there: so no chain ever leads back to itself.

use platform::clock::Day;
use platform::id::OrganisationId;

use crate::store::mergers::Former;
use crate::store::register::Party;

/// A municipality that would go up, with what goes up in it itself.
pub struct Going {
    pub party: Party,
    pub receives: Vec<Former>,
}

/// Why not; each has its sentence, at the field that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    NoFormer,
    NoSuccessor,
    NoDay,
    IntoItself {
        name: String,
    },
    /// The one that it would go up in goes up in it, perhaps by others.
    Circle {
        name: String,
        into: String,
    },
    GoesAlready {
        name: String,
        into: String,
        on: Day,
    },
    /// Others still go up in it after that day.
    Receives {
        name: String,
        other: String,
        on: Day,
    },
    SuccessorGoes {
        name: String,
        into: String,
        on: Day,
    },
    IsOver {
        name: String,
        on: Day,
        successor: bool,
    },
    NotYet {
        name: String,
        since: Day,
    },
}

impl Refusal {
    /// The field that it stands beside.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NoFormer | Self::IntoItself { .. } | Self::GoesAlready { .. } | Self::Receives { .. } => "gemeenten",
            Self::NoSuccessor | Self::Circle { .. } | Self::SuccessorGoes { .. } => "in",
            Self::IsOver { successor: true, .. } => "in",
            Self::IsOver { successor: false, .. } => "gemeenten",
            Self::NoDay | Self::NotYet { .. } => "dag",
        }
    }
}

/// What is wrong with it. `chain` is what the successor goes up in, and that in turn.
pub fn refusals(going: &[Going], successor: &Party, chain: &[OrganisationId], on: Day) -> Vec<Refusal> {
    let mut all: Vec<Refusal> = going.iter().filter_map(|one| former(one, successor, on)).collect();
    let leads_back = going.iter().find(|one| chain.contains(&one.party.id));
    match (leads_back, &successor.into_name, successor.into_on, successor.ended_on) {
        (Some(one), ..) => {
            let (name, into) = (one.party.name.clone(), successor.name.clone());
            all.push(Refusal::Circle { name, into });
        }
        (None, Some(into), Some(day), _) => {
            let (name, into) = (successor.name.clone(), into.clone());
            all.push(Refusal::SuccessorGoes { name, into, on: day });
        }
        (None, _, _, Some(last)) => {
            all.push(Refusal::IsOver { name: successor.name.clone(), on: last, successor: true });
        }
        _ => all.extend(not_yet(successor, on)),
    }
    all
}

fn former(one: &Going, successor: &Party, on: Day) -> Option<Refusal> {
    let party = &one.party;
    let name = party.name.clone();
    if party.id == successor.id {
        return Some(Refusal::IntoItself { name });
    }
    if let (Some(into), Some(on)) = (party.into_name.clone(), party.into_on) {
        return Some(Refusal::GoesAlready { name, into, on });
    }
    if let Some(on) = party.ended_on {
        return Some(Refusal::IsOver { name, on, successor: false });
    }
    // That the successor itself still goes up in it, is said as the circle that it is.
    let later = |f: &&Former| f.on_day > on && f.id != successor.id;
    if let Some(other) = one.receives.iter().find(later) {
        return Some(Refusal::Receives { name, other: other.name.clone(), on: other.on_day });
    }
    // It must have been there the day before.
    not_yet(party, on.plus_days(-1))
}

fn not_yet(party: &Party, on: Day) -> Option<Refusal> {
    let since = party.since_on.filter(|since| *since > on)?;
    Some(Refusal::NotYet { name: party.name.clone(), since })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn party(name: &str) -> Party {
        Party {
            id: OrganisationId::of(name),
            name: name.into(),
            short_name: name.into(),
            region: None,
            since_on: None,
            ended_on: None,
            goes_into: None,
            into_name: None,
            into_on: None,
        }
    }

    fn goes(mut party: Party, into: &str, on: &str) -> Party {
        let into = OrganisationId::of(into);
        (party.into_name, party.into_on, party.goes_into) = (Some(into.to_string()), Some(d(on)), Some(into));
        party
    }

    fn going(party: Party, receives: &[(&str, &str)]) -> Going {
        let former = |(name, on): &(&str, &str)| Former {
            id: OrganisationId::of(*name),
            name: (*name).into(),
            on_day: d(on),
            people: false,
        };
        Going { party, receives: receives.iter().map(former).collect() }
    }

    #[test]
    fn two_may_go_up_in_a_third() {
        let two = [going(party("Uden"), &[]), going(party("Landerd"), &[("Schaijk", "1994-01-01")])];
        assert_eq!(refusals(&two, &party("Maashorst"), &[], d("2022-01-01")), []);
    }

    #[test]
    fn none_goes_up_in_itself_or_twice() {
        let on = d("2022-01-01");
        let itself = refusals(&[going(party("Uden"), &[])], &party("Uden"), &[], on);
        assert_eq!(itself, [Refusal::IntoItself { name: "Uden".into() }]);
        let twice = refusals(&[going(goes(party("Uden"), "Oss", "2021-01-01"), &[])], &party("Maashorst"), &[], on);
        assert_eq!(twice.len(), 1);
        assert_eq!(twice[0].field(), "gemeenten");
    }

    #[test]
    fn no_chain_leads_back() {
        // Landerd goes up in Uden in 2028; now Uden would go up in Landerd, before or after that.
        for on in ["2027-01-01", "2029-01-01"] {
            let landerd = goes(party("Landerd"), "Uden", "2028-01-01");
            let uden = [going(party("Uden"), &[("Landerd", "2028-01-01")])];
            let said = refusals(&uden, &landerd, &[OrganisationId::of("Uden")], d(on));
            assert_eq!(said, [Refusal::Circle { name: "Uden".into(), into: "Landerd".into() }]);
        }
        // And by a third.
        let third = goes(party("Oss"), "Landerd", "2028-01-01");
        let chain = [OrganisationId::of("Landerd"), OrganisationId::of("Uden")];
        let said = refusals(&[going(party("Uden"), &[])], &third, &chain, d("2029-01-01"));
        assert_eq!(said, [Refusal::Circle { name: "Uden".into(), into: "Oss".into() }]);
    }

    #[test]
    fn who_is_gone_or_will_be_receives_nobody() {
        let uden = || [going(party("Uden"), &[])];
        let said = refusals(&uden(), &goes(party("Landerd"), "Oss", "2028-01-01"), &[], d("2027-01-01"));
        assert!(matches!(said[..], [Refusal::SuccessorGoes { .. }]), "{said:?}");
        let over = Party { ended_on: Some(d("2020-12-31")), ..party("Landerd") };
        assert_eq!(refusals(&uden(), &over, &[], d("2027-01-01"))[0].field(), "in");
        let still = [going(party("Uden"), &[("Landerd", "2028-01-01")])];
        let said = refusals(&still, &party("Oss"), &[], d("2027-01-01"));
        assert!(matches!(said[..], [Refusal::Receives { .. }]), "{said:?}");
    }

    #[test]
    fn nothing_happens_before_either_is_there() {
        let young = |name: &str| Party { since_on: Some(d("2025-01-01")), ..party(name) };
        for (former, successor) in [(young("Uden"), party("Oss")), (party("Uden"), young("Oss"))] {
            let said = refusals(&[going(former, &[])], &successor, &[], d("2024-12-31"));
            assert_eq!(said[0].field(), "dag", "{said:?}");
        }
        assert_eq!(refusals(&[going(party("Uden"), &[])], &young("Oss"), &[], d("2025-01-01")), []);
    }
}
