//! What holds for every term.

use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use terms::{
    Answer, Atw, Calendar, Cap, Direction, End, EndDay, Event, FirstDay, Length, Milestone, OwnClosedDay, Suspension,
    Term, Unit, compute, weeks,
};

const UNITS: [Unit; 5] = [Unit::CalendarDays, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years];

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() }
}

fn a_day() -> impl Strategy<Value = Date> {
    (0..365 * 40_i64).prop_map(|days| jiff::civil::date(2005, 1, 1) + days.days())
}

/// A length that art. 4 does not exempt.
fn short() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..=90_i64).prop_map(|value| Length::new(value, Unit::CalendarDays)),
        (1..=60_i64).prop_map(|value| Length::new(value, Unit::WorkingDays)),
        (1..=12_i64).prop_map(|value| Length::new(value, Unit::Weeks)),
        (1..=3_i64).prop_map(|value| Length::new(value, Unit::Months)),
    ]
}

fn standstills() -> impl Strategy<Value = Vec<Suspension>> {
    let one = (a_day(), 0..60_i64).prop_map(|(from, days)| Suspension::new(from, from + days.days(), "reces"));
    prop::collection::vec(one, 0..4)
}

/// Standstills around a date, so that they matter.
fn standstills_near(event: Date) -> impl Strategy<Value = Vec<Suspension>> {
    let one = (-40..120_i64, 0..50_i64).prop_map(move |(after, days)| {
        let from = event + after.days();
        Suspension::new(from, from + days.days(), "reces")
    });
    prop::collection::vec(one, 0..4)
}

fn answer(term: &Term) -> Answer {
    compute(term, Calendar::dutch()).expect("an answer")
}

fn term(event: Date, length: Length) -> Term {
    Term::new(Event::Day(event), length)
}

fn with_standstills() -> impl Strategy<Value = Term> {
    let parts = a_day()
        .prop_flat_map(|event| (Just(event), short(), standstills_near(event), prop::bool::ANY, prop::bool::ANY));
    parts.prop_map(|(event, length, suspensions, included, next_open)| Term {
        suspensions,
        first_day: if included { FirstDay::Included } else { FirstDay::Excluded },
        end_day: if next_open { EndDay::NextOpenDay } else { EndDay::AsIs },
        ..term(event, length)
    })
}

/// Anything that fits the types.
fn anything() -> impl Strategy<Value = Term> {
    let day = || prop_oneof![a_day(), any::<i32>().prop_map(far)];
    let event = prop_oneof![
        day().prop_map(Event::Day),
        any::<i64>().prop_map(|second| Event::Moment(
            jiff::Timestamp::from_second(second % 300_000_000_000).unwrap_or_default()
        )),
        (0..4_000_000_000_i64)
            .prop_map(|second| Event::Moment(jiff::Timestamp::from_second(second).unwrap_or_default())),
    ];
    let unit = prop::sample::select(Unit::ALL.to_vec());
    let value = prop_oneof![1..100_i64, any::<i64>(), -5..40_000_i64];
    let length = (value, unit).prop_map(|(value, unit)| Length { value, unit });
    let choices = (0..2_usize, 0..3_usize, 0..2_usize, 0..3_usize);
    let open = (day(), prop::option::of(day())).prop_map(|(from, to)| Suspension { from, to, reason: String::new() });
    let suspensions = prop_oneof![standstills(), prop::collection::vec(open, 0..3)];
    let extensions = prop::collection::vec(short(), 0..3);
    (event, length, choices, suspensions, extensions, prop::option::of(day())).prop_map(
        |(event, length, (direction, atw, first_day, end_day), suspensions, extensions, cap)| Term {
            direction: [Direction::Forward, Direction::Back][direction],
            atw: [Atw::Atw, Atw::Analogy, Atw::None][atw],
            first_day: [FirstDay::Excluded, FirstDay::Included][first_day],
            end_day: [EndDay::AsIs, EndDay::NextOpenDay, EndDay::PreviousOpenDay][end_day],
            suspensions,
            extensions,
            cap: cap.map(|day| Cap { day, milestone: Milestone::Decision }),
            ..Term::new(event, length)
        },
    )
}

fn far(days: i32) -> Date {
    jiff::civil::date(2000, 1, 1).saturating_add(i64::from(days % 3_000_000).days())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn computing_is_total(term in anything()) {
        let calendar = Calendar::dutch().clone().with_closed_days([OwnClosedDay { date: far(9_000), name: "dicht".into() }]);
        match compute(&term, &calendar) {
            Ok(answer) => {
                prop_assert!(!answer.steps.is_empty());
                for step in &answer.steps {
                    prop_assert!(step.dutch().ends_with('.') && step.english().ends_with('.'), "{step:?}");
                }
                prop_assert!(!weeks(&answer, &calendar).is_empty());
            }
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }

    #[test]
    fn a_short_term_never_ends_on_a_closed_day(term in with_standstills()) {
        let end = answer(&term).end.day();
        prop_assert!(Calendar::dutch().closed_by_law(end).is_none(), "{end}");
        let still = term.suspensions.iter().any(|still| still.from <= end && Some(end) <= still.to);
        prop_assert!(!still, "{end} stands still");
    }

    #[test]
    fn three_days_and_more_hold_two_ordinary_days(event in a_day(), length in short()) {
        prop_assume!(length.unit != Unit::WorkingDays && (length.unit != Unit::CalendarDays || length.value >= 3));
        let end = answer(&term(event, length)).end.day();
        let ordinary = event.series(1.day()).skip(1).take_while(|day| *day <= end)
            .filter(|day| Calendar::dutch().closed_by_law(*day).is_none()).count();
        prop_assert!(ordinary >= 2);
    }

    #[test]
    fn one_more_never_ends_earlier(term in with_standstills()) {
        let mut longer = term.clone();
        longer.length.value += 1;
        prop_assume!(answer(&longer).exemption().is_none());
        prop_assert!(answer(&term).end <= answer(&longer).end);
    }

    #[test]
    fn one_more_never_ends_earlier_as_is(event in a_day(), value in 1..99_i64, unit in prop::sample::select(UNITS.to_vec())) {
        let ends = |value| answer(&Term { atw: Atw::None, ..term(event, Length::new(value, unit)) }).end;
        prop_assert!(ends(value) <= ends(value + 1));
    }

    #[test]
    fn standing_still_never_shortens(term in with_standstills(), rule in 0..3_usize, atw in 0..2_usize) {
        let end_day = [EndDay::AsIs, EndDay::NextOpenDay, EndDay::PreviousOpenDay][rule];
        let term = Term { end_day, atw: [Atw::Atw, Atw::None][atw], ..term };
        let running = Term { suspensions: Vec::new(), ..term.clone() };
        prop_assert!(answer(&running).end <= answer(&term).end);
    }

    #[test]
    fn counting_back_never_moves(event in a_day(), length in short(), rule in 0..3_usize, end_day in 0..3_usize) {
        let back = Term { direction: Direction::Back, ..term(event, length) };
        let other = Term {
            atw: [Atw::Atw, Atw::Analogy, Atw::None][rule],
            end_day: [EndDay::AsIs, EndDay::NextOpenDay, EndDay::PreviousOpenDay][end_day],
            ..back.clone()
        };
        let end = answer(&back).end;
        prop_assert_eq!(answer(&other).end, end);
        if length.unit == Unit::Weeks {
            prop_assert_eq!(end, End::Day(event - (7 * length.value).days()));
        }
    }

    #[test]
    fn by_analogy_is_the_same_day(term in with_standstills()) {
        let analogy = answer(&Term { atw: Atw::Analogy, ..term.clone() });
        prop_assert_eq!(answer(&Term { atw: Atw::Atw, ..term }).end, analogy.end);
    }

    #[test]
    fn days_back_and_forward_meet(event in a_day(), days in 1..4_000_i64) {
        let length = Length::new(days, Unit::CalendarDays);
        let there = answer(&Term { atw: Atw::None, ..term(event, length) }).end.day();
        prop_assert_eq!(answer(&Term { direction: Direction::Back, ..term(there, length) }).end, End::Day(event));
    }

    #[test]
    fn a_table_of_anything_does_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut input = b"event_date,value,unit,suspend\n".to_vec();
        input.extend(bytes);
        let mut out = Vec::new();
        prop_assert!(terms::csv_table(input.as_slice(), &mut out).is_ok());
        prop_assert!(String::from_utf8(out).is_ok());
    }

    #[test]
    fn cells_of_anything_do_not_panic(event in "\\PC{0,20}|[0-9-]{8,12}(T[0-9:]{0,8})?", value in "\\PC{0,6}", suspend in "[0-9/;-]{0,40}") {
        let fields = terms::Fields { event: &event, value: &value, unit: "weeks", suspend: &suspend, ..Default::default() };
        let _ = terms::single(&fields, terms::Language::Dutch);
    }
}
