//! What the engine must answer, by subject.

mod calendar;
mod cases;
mod clauses;
mod coverage;
mod examples;
mod hours;
mod precedence;
mod properties;
mod refusals;
mod rules;
mod sentences;
mod suspension;
mod table;
mod tables;
mod weeks;

use jiff::civil::Date;
use terms::{Answer, Atw, Calendar, Event, Length, Suspension, Term, Unit, compute};

fn day(text: &str) -> Date {
    text.parse().expect("a date in a test")
}

fn term(event: &str, value: i64, unit: Unit) -> Term {
    Term::new(Event::Day(day(event)), Length::new(value, unit))
}

fn under(atw: Atw, term: Term) -> Term {
    Term { atw, ..term }
}

fn suspended(term: Term, periods: &[(&str, &str)]) -> Term {
    let suspensions = periods.iter().map(|(from, to)| Suspension::new(day(from), day(to), "reces")).collect();
    Term { suspensions, ..term }
}

fn answer(term: &Term) -> Answer {
    compute(term, Calendar::dutch()).unwrap_or_else(|error| panic!("{term:?}: {error}"))
}

fn end(term: &Term) -> String {
    answer(term).end.to_string()
}
