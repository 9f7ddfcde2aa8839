//! A rule about a term as it stands in a form, and back. Pure. Clauses that the form does not know stay as
//! they were in the rule that one began from.

use platform::clock::Day;
use platform::web::Fields;
use serde::Serialize;
use serde::de::DeserializeOwned;
use terms::{
    Atw, Consulted, EndDay, ExtendClause, FirstDay, Kind, Length, Milestone, Party, Source, SourceKind, Start,
    Suspension, TermRule, Unit, UrgentClause,
};
use ui::dates;

use crate::Texts;
use crate::faults::Faults;
use crate::kinds::Subject;

/// The fields, in the order of the page.
pub const NAMES: [&str; 19] = [
    "onderwerp",
    "gemeente",
    "vanaf",
    "bron",
    "titel",
    "artikel",
    "soort",
    "aantal",
    "eenheid",
    "begin",
    "eerste-dag",
    "atw",
    "einddag",
    "opschorten",
    "verleng",
    "verleng-wie",
    "verleng-keren",
    "spoed",
    "uit",
];
/// A text of a source, and the periods of some years.
const SIGNS_MOST: usize = 2_000;
const PERIODS_MOST: usize = 20;

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(Vec<(&'static str, String)>);

/// The word of a choice of the term engine: the one it is stored by.
pub fn word<T: Serialize>(choice: T) -> String {
    serde_json::to_value(choice).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The kind of a rule, without its length.
pub fn kind_word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Fixed(_) => "fixed",
        Kind::SetByRequester { .. } => "set_by_requester",
        Kind::AgreedPerRequest => "agreed_per_request",
        Kind::ByTopic { .. } => "by_topic",
        Kind::BackCount { .. } => "back_count",
        Kind::EssentialInfluence => "essential_influence",
        Kind::AsSoonAsPossible => "as_soon_as_possible",
        Kind::None => "none",
    }
}

impl Typed {
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v.trim())
    }

    fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.push((name, value.into()));
    }

    pub fn pairs(&self) -> &[(&'static str, String)] {
        &self.0
    }

    pub fn of_form(form: &Fields) -> Self {
        Self(NAMES.iter().map(|n| (*n, form.raw(n).chars().take(SIGNS_MOST).collect())).collect())
    }

    pub fn subject(&self) -> Subject {
        platform::choice::Choice::of(self.get("onderwerp")).unwrap_or(Subject::Request)
    }

    /// A rule as it stands in the form, to begin from; `from` is the day on which a new one holds.
    pub fn of_rule(subject: Subject, municipality: &str, rule: &TermRule, uit: &str, from: &str) -> Self {
        let mut typed = Self::default();
        let length = match &rule.kind {
            Kind::Fixed(length) | Kind::BackCount { length, .. } => Some(*length),
            Kind::SetByRequester { minimum } => *minimum,
            _ => None,
        };
        typed.set("onderwerp", platform::choice::Choice::word(subject));
        typed.set("gemeente", municipality);
        typed.set("vanaf", from);
        typed.set("bron", word(rule.source.kind));
        typed.set("titel", rule.source.title.clone());
        typed.set("artikel", rule.source.article.clone().unwrap_or_default());
        typed.set("soort", kind_word(&rule.kind));
        typed.set("aantal", length.map(|l| l.value.to_string()).unwrap_or_default());
        typed.set("eenheid", word(length.map_or(Unit::Weeks, |l| l.unit)));
        typed.set("begin", word(rule.start));
        typed.set("eerste-dag", word(rule.first_day));
        typed.set("atw", word(rule.atw));
        typed.set("einddag", word(rule.end_day));
        typed.set("opschorten", rule.suspend.iter().map(period_words).collect::<Vec<_>>().join("\n"));
        let weeks = |length: Option<Length>| length.map(|l| l.value.to_string()).unwrap_or_default();
        let extend = rule.extend.as_ref();
        typed.set("verleng", weeks(extend.and_then(|e| e.max)));
        typed.set("verleng-wie", extend.map(|e| word(e.by)).unwrap_or_default());
        typed.set("verleng-keren", extend.map(|e| e.times.to_string()).unwrap_or_default());
        typed.set("spoed", weeks(rule.urgent.as_ref().map(|u| u.length)));
        typed.set("uit", uit);
        typed
    }

    /// The rule that was typed, and the day from which it holds.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn rule(&self, base: Option<&TermRule>, today: Day, t: &Texts) -> Result<(TermRule, Day), Faults> {
        let mut faults = Faults::none();
        let from = dates::parse(self.get("vanaf"), today);
        if from.is_none() {
            faults.add("vanaf", t.rule_bad_day());
        }
        let source = self.source(from, base, t, &mut faults);
        let kind = self.kind(base, t, &mut faults);
        let start = of_word::<Start>(self.get("begin")).filter(|s| starts(self.subject()).contains(s));
        if start.is_none() {
            faults.add("begin", t.rule_bad_choice());
        }
        let suspend = self.suspend(today, t, &mut faults);
        let (extend, urgent) = (self.extend(base, t, &mut faults), self.urgent(base, t, &mut faults));
        let (Some(from), Some(kind), Some(start), true) = (from, kind, start, faults.is_empty()) else {
            return Err(faults);
        };
        let subject = match self.subject() {
            Subject::Request => terms::Subject::Request,
            Subject::Response => terms::Subject::Response,
        };
        let mut rule = TermRule::new(subject, kind, start, source);
        if let Some(base) = base {
            (rule.closed_days, rule.cap, rule.on_silence) = (base.closed_days.clone(), base.cap, base.on_silence);
        }
        rule.first_day = of_word::<FirstDay>(self.get("eerste-dag")).unwrap_or_default();
        rule.atw = of_word::<Atw>(self.get("atw")).unwrap_or_default();
        rule.end_day = of_word::<EndDay>(self.get("einddag")).unwrap_or_default();
        (rule.suspend, rule.extend, rule.urgent) = (suspend, extend, urgent);
        match rule.check() {
            Ok(()) => Ok((rule, from)),
            Err(why) => {
                let sentence = match why {
                    terms::RuleError::Term(error) => error.dutch(),
                    other => other.to_string(),
                };
                Err(Faults::one("aantal", sentence))
            }
        }
    }

    fn source(&self, from: Option<Day>, base: Option<&TermRule>, t: &Texts, faults: &mut Faults) -> Source {
        faults.need("titel", self.get("titel"), t.rule_no_source());
        let kind = of_word::<SourceKind>(self.get("bron")).unwrap_or_else(|| {
            faults.add("bron", t.rule_bad_choice());
            SourceKind::Agreement
        });
        let short = |name: &str| self.get(name).chars().take(200).collect::<String>();
        let mut source = Source::new(kind, short("titel"));
        source.article = Some(short("artikel")).filter(|a| !a.is_empty());
        source.valid_from = from.map(|d| d.0);
        // The day of the ordinance stays with it as long as it is the same ordinance.
        source.dated = base.filter(|b| b.source.title == source.title).and_then(|b| b.source.dated);
        source
    }

    fn length(&self) -> Option<Length> {
        let value = self.get("aantal").parse::<i64>().ok()?;
        let unit = of_word::<Unit>(self.get("eenheid"))?;
        Length::new(value, unit).check().ok()
    }

    fn kind(&self, base: Option<&TermRule>, t: &Texts, faults: &mut Faults) -> Option<Kind> {
        let length = self.length();
        if length.is_none() && (matches!(self.get("soort"), "fixed" | "back_count") || !self.get("aantal").is_empty()) {
            faults.add("aantal", t.rule_bad_length());
            return None;
        }
        let kind = match (self.get("soort"), length) {
            ("fixed", Some(length)) => Some(Kind::Fixed(length)),
            ("set_by_requester", minimum) => Some(Kind::SetByRequester { minimum }),
            ("agreed_per_request", _) => Some(Kind::AgreedPerRequest),
            ("back_count", Some(length)) => {
                let before = match base.map(|b| &b.kind) {
                    Some(Kind::BackCount { before, .. }) => *before,
                    _ => Milestone::MunicipalCouncilMeeting,
                };
                Some(Kind::BackCount { before, length })
            }
            ("essential_influence", _) => Some(Kind::EssentialInfluence),
            ("as_soon_as_possible", _) => Some(Kind::AsSoonAsPossible),
            ("none", _) => Some(Kind::None),
            // A list of topics stays as it was.
            ("by_topic", _) => base.map(|b| b.kind.clone()).filter(|k| matches!(k, Kind::ByTopic { .. })),
            _ => None,
        };
        if kind.is_none() {
            faults.add("soort", t.rule_bad_choice());
        }
        kind
    }

    fn suspend(&self, today: Day, t: &Texts, faults: &mut Faults) -> Vec<Suspension> {
        let lines: Vec<&str> = self.get("opschorten").lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        let periods: Option<Vec<_>> = lines.iter().map(|line| period(line, today)).collect();
        match periods.filter(|p| p.len() <= PERIODS_MOST) {
            Some(periods) => periods,
            None => {
                faults.add("opschorten", t.rule_bad_period());
                Vec::new()
            }
        }
    }

    /// A number of weeks in a field; nothing when it was left empty.
    fn weeks(&self, name: &str, t: &Texts, faults: &mut Faults) -> Option<Length> {
        let typed = self.get(name);
        if typed.is_empty() {
            return None;
        }
        let weeks = typed.parse::<i64>().ok().filter(|n| (1..=52).contains(n));
        if weeks.is_none() {
            faults.add(name, t.rule_bad_weeks());
        }
        weeks.map(|n| Length::new(n, Unit::Weeks))
    }

    fn extend(&self, base: Option<&TermRule>, t: &Texts, faults: &mut Faults) -> Option<ExtendClause> {
        let max = self.weeks("verleng", t, faults);
        let by = of_word::<Party>(self.get("verleng-wie"))?;
        let times = match self.get("verleng-keren") {
            "" => 1,
            typed => typed.parse::<u32>().ok().filter(|n| (1..=10).contains(n)).unwrap_or_else(|| {
                faults.add("verleng-keren", t.rule_bad_times());
                1
            }),
        };
        let before = base.and_then(|b| b.extend.clone());
        let (notice, reason) = before.map_or((true, true), |b| (b.notice, b.reason));
        Some(ExtendClause { by, max, times, notice, reason })
    }

    fn urgent(&self, base: Option<&TermRule>, t: &Texts, faults: &mut Faults) -> Option<UrgentClause> {
        let length = self.weeks("spoed", t, faults)?;
        let before = base.and_then(|b| b.urgent.clone());
        let (reason, consult) =
            before.map_or((true, vec![Consulted::Chair, Consulted::Secretary]), |b| (b.reason, b.consult));
        Some(UrgentClause { length, reason, consult })
    }
}

/// What can start a term about this.
pub fn starts(subject: Subject) -> &'static [Start] {
    match subject {
        Subject::Request => &[
            Start::RequestReceived,
            Start::FileComplete,
            Start::RequestDated,
            Start::DataSupplied,
            Start::LaidOpen,
            Start::EventDate,
        ],
        Subject::Response => &[Start::AdviceReceived, Start::AdviceIssued, Start::EventDate],
    }
}

/// *12 juli 2027 tot en met 22 augustus 2027: zomerreces*
pub fn period_words(period: &Suspension) -> String {
    let full = |d| dates::full(Day(d), platform::Lang::Nl).replace('\u{a0}', " ");
    let to = period.to.map(|to| format!(" tot en met {}", full(to))).unwrap_or_default();
    format!("{}{to}: {}", full(period.from), period.reason)
}

fn period(line: &str, today: Day) -> Option<Suspension> {
    let (days, reason) = line.split_once(':')?;
    let (from, to) = days.split_once(" tot en met ").or_else(|| days.split_once(" t/m "))?;
    let (from, to) = (dates::parse(from, today)?, dates::parse(to, today)?);
    let reason: String = reason.trim().chars().take(100).collect();
    (from <= to && !reason.is_empty()).then(|| Suspension::new(from.0, to.0, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts;

    fn today() -> Day {
        Day::parse("2026-11-24").expect("a day")
    }

    fn full() -> TermRule {
        let mut source = Source::new(SourceKind::Covenant, "Convenant advies");
        source.article = Some("artikel 3".into());
        let kind = Kind::Fixed(Length::new(20, Unit::WorkingDays));
        let mut rule = TermRule::new(terms::Subject::Request, kind, Start::FileComplete, source);
        rule.first_day = FirstDay::Included;
        rule.atw = Atw::None;
        rule.end_day = EndDay::NextOpenDay;
        let day = |text: &str| Day::parse(text).expect("a day").0;
        rule.suspend = vec![Suspension::new(day("2027-07-12"), day("2027-08-22"), "zomerreces")];
        let max = Some(Length::new(4, Unit::Weeks));
        rule.extend = Some(ExtendClause { by: Party::Council, max, times: 1, notice: true, reason: false });
        rule.urgent = Some(UrgentClause { length: Length::new(3, Unit::Weeks), reason: true, consult: Vec::new() });
        rule.on_silence = Some(terms::OnSilence::MayProceed);
        rule
    }

    /// Into the form and back: nothing is lost, also what the form does not show.
    #[test]
    fn a_rule_comes_back_as_it_went_in() {
        let t = texts(platform::Lang::Nl);
        let kinds = [
            Kind::Fixed(Length::new(20, Unit::WorkingDays)),
            Kind::SetByRequester { minimum: None },
            Kind::SetByRequester { minimum: Some(Length::new(4, Unit::Weeks)) },
            Kind::AgreedPerRequest,
            Kind::BackCount { before: Milestone::CommitteeMeeting, length: Length::new(6, Unit::Weeks) },
            Kind::EssentialInfluence,
            Kind::AsSoonAsPossible,
            Kind::None,
            Kind::ByTopic { topics: Vec::new(), otherwise: Some(Length::new(6, Unit::Weeks)) },
        ];
        for kind in kinds {
            let mut rule = TermRule { kind, ..full() };
            let typed = Typed::of_rule(Subject::Request, "", &rule, "", "1 januari 2027");
            let (back, from) = typed.rule(Some(&rule), today(), t).unwrap_or_else(|f| panic!("{:?}", f.all()));
            assert_eq!(from, Day::parse("2027-01-01").expect("a day"));
            rule.source.valid_from = Some(from.0);
            assert_eq!(back, rule);
        }
    }

    #[test]
    fn what_cannot_be_is_said_at_its_field() {
        let t = texts(platform::Lang::Nl);
        let good = Typed::of_rule(Subject::Request, "", &full(), "", "1 januari 2027");
        for (name, value) in [
            ("vanaf", "ooit"),
            ("titel", ""),
            ("bron", "hearsay"),
            ("soort", "by_topic"),
            ("aantal", "0"),
            ("aantal", "zes"),
            ("aantal", ""),
            ("eenheid", "moons"),
            ("begin", "advice_issued"),
            ("opschorten", "de hele zomer"),
            ("opschorten", "2 augustus 2027 tot en met 1 juli 2027: reces"),
            ("verleng", "veel"),
            ("verleng-keren", "0"),
            ("spoed", "-1"),
        ] {
            let mut typed = good.clone();
            typed.0.iter_mut().filter(|(n, _)| *n == name).for_each(|(_, v)| *v = value.to_owned());
            let faults = typed.rule(None, today(), t).expect_err(name);
            let field = if name == "eenheid" { "aantal" } else { name };
            assert!(faults.has(field), "{name}: {:?}", faults.all());
        }
    }
}
