//! The form of an answer: a position, a reason and a promise for each recommendation. No I/O.

use platform::clock::Day;
use platform::web::{Fields, Problem};
use ui::dates;

use crate::Texts;
use crate::faults::Faults;
use crate::kinds::Position;
use crate::store::answers::{NewLine, Recommendation};

/// How long a reason may be, in characters.
const TEXT_MAX: usize = 10_000;

/// What was typed for one recommendation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub position: Option<Position>,
    pub reason: String,
    pub promise: String,
    pub who: String,
    pub by: String,
}

impl Typed {
    /// What was saved before, as it stands in the form.
    pub fn of(r: &Recommendation) -> Self {
        Self {
            position: r.position,
            reason: r.answer_reason.clone().unwrap_or_default(),
            promise: r.promise.clone().unwrap_or_default(),
            who: r.promised_by.clone().unwrap_or_default(),
            by: r.promise_on.map(|on| dates::full(on, platform::Lang::Nl)).unwrap_or_default(),
        }
    }
}

/// `positie-1`, `reden-1`, `toezegging-1`, `wie-1`, `voor-1`, and so on for each number.
pub(crate) fn read(form: &Fields, recommendations: &[Recommendation]) -> Result<Vec<Typed>, Problem> {
    let each = |r: &Recommendation| {
        ["positie", "reden", "toezegging", "wie", "voor"].map(|name| format!("{name}-{}", r.number))
    };
    let names: Vec<String> = recommendations.iter().flat_map(each).collect();
    let mut known: Vec<&str> = names.iter().map(String::as_str).collect();
    known.extend(["versie", "doe"]);
    form.only(&known)?;
    let text = |name: &str, n: i64| form.raw(&format!("{name}-{n}")).trim().to_owned();
    let typed = |r: &Recommendation| Typed {
        position: form.choice(&format!("positie-{}", r.number)),
        reason: text("reden", r.number),
        promise: text("toezegging", r.number),
        who: text("wie", r.number),
        by: text("voor", r.number),
    };
    Ok(recommendations.iter().map(typed).collect())
}

/// What is saved: all that was typed, half an answer too. Only a day that cannot be read, or that is over, comes back.
pub(crate) fn lines(
    typed: &[Typed],
    recommendations: &[Recommendation],
    today: Day,
    t: &Texts,
) -> (Vec<NewLine>, Faults) {
    let (mut lines, mut faults) = (Vec::new(), Faults::none());
    for (line, r) in typed.iter().zip(recommendations) {
        let at = |name: &str| format!("{name}-{}", r.number);
        if line.reason.chars().count() > TEXT_MAX || line.promise.chars().count() > TEXT_MAX {
            faults.add(&at("reden"), t.new_long_text());
        }
        let promise_on = dates::parse(&line.by, today);
        match promise_on {
            None if !line.by.is_empty() => faults.add(&at("voor"), t.answer_no_date(r.number)),
            Some(on) if on < today => faults.add(&at("voor"), t.answer_past()),
            _ => {}
        }
        lines.push(NewLine {
            recommendation: r.id.clone(),
            position: line.position,
            reason: line.reason.clone(),
            promise: line.promise.clone(),
            promised_by: line.who.clone(),
            promise_on,
        });
    }
    (lines, faults)
}

/// What is missing before it is laid before the alderman: a position for each, a reason for all but *adopted*, a
/// day for *later*, who decides for *not competent*; and a promise has somebody who keeps it and a day.
pub(crate) fn demand(lines: &[NewLine], recommendations: &[Recommendation], faults: &mut Faults, t: &Texts) {
    for (line, r) in lines.iter().zip(recommendations) {
        let n = r.number;
        let mut add = |name: &str, sentence: String| {
            let field = format!("{name}-{n}");
            if !faults.has(&field) {
                faults.add(&field, sentence);
            }
        };
        let Some(position) = line.position else {
            add("positie", t.answer_no_position(n));
            continue;
        };
        if position != Position::Adopted && line.reason.is_empty() {
            add("reden", t.answer_no_reason(n));
        }
        if position == Position::Later && line.promise_on.is_none() {
            add("voor", t.answer_no_later_day(n));
        }
        if position == Position::NotCompetent && line.promised_by.is_empty() {
            add("wie", t.answer_no_other(n));
        }
        if !line.promise.is_empty() && line.promised_by.is_empty() {
            add("wie", t.answer_no_owner(n));
        }
        if !line.promise.is_empty() && line.promise_on.is_none() {
            add("voor", t.answer_no_date(n));
        }
    }
}
