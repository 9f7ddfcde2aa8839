//! The cases of the whole country.

use std::sync::OnceLock;

use country::{Case, CaseKind, Country, Exit, Organisation, Position, Role, Stage, Vote};
use jiff::civil::date;

fn country() -> &'static (Country, Vec<Case>) {
    static COUNTRY: OnceLock<(Country, Vec<Case>)> = OnceLock::new();
    COUNTRY.get_or_init(|| {
        let country = Country::new(7, 1);
        let cases = country.cases().collect();
        (country, cases)
    })
}

#[test]
fn every_stage_kind_and_exit_occurs() {
    use Stage::{
        Aftercare, Announced, Decision, Draft, Intake, Issued, Preparation, Published, Request, Response, Signal,
    };
    let (_, cases) = country();
    for stage in
        [Signal, Announced, Request, Intake, Preparation, Draft, Issued, Response, Decision, Published, Aftercare]
    {
        assert!(cases.iter().filter(|case| case.stage == stage).count() > 8, "{stage:?}");
    }
    for kind in [CaseKind::Requested, CaseKind::Unsolicited, CaseKind::ThinkAlong] {
        assert!(cases.iter().filter(|case| case.kind == kind).count() > 150, "{kind:?}");
    }
    for exit in [Exit::Withdrawn, Exit::Refused, Exit::NoObjection, Exit::Lapsed, Exit::NeverAnswered] {
        assert!(cases.iter().filter(|case| case.exit == Some(exit)).count() > 5, "{exit:?}");
    }
    assert!(cases.iter().filter(|case| case.advice_late_days > 0).count() > 30);
    assert!(cases.iter().filter(|case| case.response_late_days > 0).count() > 60);
    assert!(cases.iter().filter(|case| case.minority.is_some()).count() > 40);
}

#[test]
fn what_has_happened_fits_the_stage() {
    let (_, cases) = country();
    for case in cases {
        let now = case.timeline.iter().find(|moment| moment.stage == case.stage).expect("the stage is on the timeline");
        assert!(now.day <= 0, "{}", case.title);
        for pair in case.timeline.windows(2) {
            assert!(pair[0].stage < pair[1].stage && pair[0].day <= pair[1].day, "{} {:?}", case.title, case.timeline);
        }
        for later in case.timeline.iter().filter(|moment| moment.stage > case.stage) {
            assert!(later.day > 0, "{} {later:?}", case.title);
        }
        let answered = case.recommendations.iter().filter(|one| one.answer.is_some()).count();
        if case.stage < Stage::Response || case.exit == Some(Exit::NeverAnswered) {
            assert_eq!(answered, 0, "{}", case.title);
        } else if case.exit.is_none() {
            assert_eq!(answered, case.recommendations.len(), "{}", case.title);
        }
        if case.stage == Stage::Draft && case.exit.is_none() && case.kind == CaseKind::Requested {
            assert!(!case.consents.is_empty());
        }
        if case.stage >= Stage::Issued && case.exit.is_none() {
            assert!(case.consents.iter().all(|consent| consent.vote != Vote::Pending), "{}", case.title);
        }
        assert!(case.exit.is_some() == case.exit_reason.is_some());
    }
}

#[test]
fn an_issued_advice_has_three_to_seven_recommendations() {
    let (_, cases) = country();
    for case in cases.iter().filter(|case| case.kind != CaseKind::ThinkAlong && case.stage >= Stage::Issued) {
        assert!((3..=7).contains(&case.recommendations.len()), "{} has {}", case.title, case.recommendations.len());
    }
}

#[test]
fn a_decision_that_was_taken_says_what() {
    let (_, cases) = country();
    for decision in cases.iter().flat_map(|case| &case.decisions) {
        assert_eq!(decision.text.is_empty(), decision.day > 0, "{decision:?}");
    }
}

#[test]
fn answers_differ() {
    let (_, cases) = country();
    let answers = || cases.iter().flat_map(|case| &case.recommendations).filter_map(|one| one.answer.as_ref());
    let all = answers().count();
    for (position, least) in [
        (Position::Adopted, 30),
        (Position::Partly, 12),
        (Position::NotAdopted, 8),
        (Position::Later, 3),
        (Position::NotCompetent, 0),
    ] {
        let share = answers().filter(|answer| answer.position == position).count() * 100 / all;
        assert!(share >= least, "{position:?} {share} %");
    }
    assert!(answers().any(|answer| answer.position == Position::NotCompetent));
}

#[test]
fn the_people_of_a_case_sit_where_they_should() {
    let (country, cases) = country();
    let sits = |person: usize, organisation: Organisation, role: Role| {
        country.seats_of(person).any(|seat| seat.organisation == organisation && seat.role == role)
    };
    for case in cases {
        let town = Organisation::Municipality(case.municipality);
        assert!(country.councils[case.council].municipalities.contains(&case.municipality));
        assert!(sits(case.officer, town, Role::PolicyOfficer), "{}", case.title);
        assert!(sits(case.contact_officer, town, Role::ContactOfficer));
        assert!(sits(case.alderman, town, Role::Alderman));
        assert!(sits(case.clerk, town, Role::Clerk));
        let council = Organisation::Council(case.council);
        let inside = |person: usize| country.seats_of(person).any(|seat| seat.organisation == council);
        assert!(!case.drafters.is_empty() && case.drafters.iter().all(|&person| inside(person)), "{}", case.title);
        assert!(case.consents.iter().all(|consent| inside(consent.person)));
    }
}

#[test]
fn the_home_council_has_its_story() {
    let (country, cases) = country();
    let home: Vec<&Case> = cases.iter().filter(|case| case.council == country.home_council()).collect();
    assert_eq!(home.len(), 8);
    assert_eq!(country.councils[country.home_council()].name, "Adviesraad Sociaal Domein Zutphen");
    assert!(home.iter().any(|case| case.stage == Stage::Decision && case.minority.is_some()));
    assert!(
        home.iter().any(|case| case.stage == Stage::Draft && case.consents.iter().any(|one| one.vote == Vote::Pending))
    );
    assert!(home.iter().any(|case| case.kind == CaseKind::ThinkAlong));
    assert!(home.iter().any(|case| case.monitoring.iter().any(|one| one.found.is_some())));
    assert!(home.iter().any(|case| case.response_late_days > 0));
}

/// In a case the municipality is the one of the case: not another seat of who writes, and not the
/// other town of the same council.
#[test]
fn a_case_names_its_own_municipality() {
    let (country, cases) = country();
    let mut shared = 0;
    for case in cases {
        let own = country.municipalities[case.municipality].spoken();
        let others = country.councils[case.council].municipalities.iter().filter(|at| **at != case.municipality);
        let elsewhere = country.seats_of(case.officer).filter_map(|seat| match seat.organisation {
            Organisation::Council(at) => country.councils[at].municipalities.first(),
            _ => None,
        });
        let strange: Vec<&str> = others
            .chain(elsewhere.filter(|at| !country.municipalities[case.municipality].neighbours.contains(at)))
            .map(|&at| country.municipalities[at].spoken())
            .filter(|name| *name != own)
            .collect();
        shared += usize::from(!strange.is_empty());
        for text in case.texts().map(|text| text.replace(&country.councils[case.council].name, "")) {
            let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
            for name in &strange {
                assert!(!words.contains(name), "{name} in a case of {own}: {text}");
            }
        }
    }
    assert!(shared > 20, "{shared} cases could name another town");
}

#[test]
fn what_offices_do_falls_on_a_working_day() {
    // Around Christmas, around Easter, and on a Sunday.
    for now in [date(2026, 12, 29), date(2027, 3, 31), date(2026, 11, 22)] {
        let country = Country::at(7, 1, now.at(14, 0, 0, 0));
        for case in country.cases().take(250) {
            let promised = case.recommendations.iter().filter_map(|one| one.answer.as_ref()?.commitment.as_ref());
            let days = case.timeline.iter().map(|one| one.day).chain(case.decisions.iter().map(|one| one.day));
            let days = days.chain(case.monitoring.iter().map(|one| one.day)).chain(promised.map(|one| one.day));
            for day in days {
                let date = country.date(day);
                let closed = terms::Calendar::dutch().closed_by_law(date);
                assert!(closed.is_none(), "{} on {date}: {closed:?}", case.title);
            }
            for pair in case.timeline.windows(2) {
                assert!(pair[0].day <= pair[1].day, "{} {:?}", case.title, case.timeline);
            }
        }
    }
}
