//! The letters of this room: Dutch, with everything in them that one needs to know.

use identity::directory::Person;
use mail::{Draft as Mail, Letter};
use platform::Lang;
use platform::clock::{Day, Moment};
use ui::dates;

use crate::case::{Case, numbered};
use crate::draft::Draft;
use crate::kinds::{Exit, ExtensionGround, Kind, Outcome, PauseGround, Position, Side};
use crate::standstill::{Extended, Pause, Urgency};
use crate::store::aftermath::{Decision, Monitoring};
use crate::store::answers::{Recommendation, Returned};
use crate::store::issues::Issue;
use crate::store::people::Taken;
use crate::store::requests::Request;
use crate::turn::{Task, Turn};

pub(crate) const FOOT: &str = "Beraad, voor adviesraden en gemeenten";

/// A letter about a case: to whom, and where it is read.
pub(crate) struct About<'a> {
    pub case: &'a Case,
    pub to: &'a Person,
    /// `https://beraad.example`
    pub base_url: &'a str,
}

fn day(on: Day) -> String {
    dates::weekday_full(on, Lang::Nl)
}

impl About<'_> {
    fn begin(&self, subject: &str) -> Mail {
        Mail::new(format!("{subject}: {}", self.case.title.trim_end_matches('.')), self.to.greeting())
    }

    fn url(&self, below: &str) -> String {
        format!("{}{}{below}", self.base_url, self.case.path())
    }

    fn end(&self, mail: Mail, below: &str, words: &str) -> Letter {
        mail.button(words, self.url(below)).foot(FOOT).finish()
    }

    pub fn request(&self, request: &Request, urgency: Option<&Urgency>, by: Option<Day>) -> Letter {
        let mut mail = self
            .begin("De gemeente vraagt advies")
            .lead(format!("{} vraagt uw raad om advies. {}", self.municipality(), self.case.lead))
            .heading("De vraag")
            .said(self.municipality(), request.question.clone())
            .heading("Wat inwoners merken")
            .text(request.practice.clone())
            .heading("Voor wie is dit belangrijk")
            .text(request.for_whom.clone())
            .heading("Wat kan nog veranderen")
            .text(request.can_change.clone())
            .heading("Wat staat al vast")
            .text(request.cannot_change.clone());
        if let Some(urgency) = urgency {
            mail = mail.heading("Er is spoed").text(urgency.reason.clone());
        }
        if let Some(by) = by {
            mail = mail.text(format!("Het advies moet er uiterlijk zijn op {}.", day(by)));
        }
        self.end(mail, "", "Bekijk de aanvraag")
    }

    pub fn round(&self, draft: &Draft, closes_on: Option<Day>) -> Letter {
        let mut mail =
            self.begin("Stemt u in met het advies").lead("De secretaris vraagt of u instemt met dit advies.");
        mail = with_draft(mail, draft);
        mail = match closes_on {
            Some(on) => mail.text(format!("U kunt antwoorden tot en met {}.", day(on))),
            None => mail.text("U kunt antwoorden tot de secretaris de ronde sluit."),
        };
        self.end(mail, "/instemming", "Geef uw antwoord")
    }

    pub fn issue(&self, issue: &Issue, draft: &Draft, recommendations: &[Recommendation]) -> Letter {
        let number = numbered(issue.year, issue.number);
        let mut mail = self
            .begin(&format!("Advies {number}"))
            .lead(format!("{} geeft u advies.", self.case.council_name))
            .title(draft.title.clone(), self.url("/brief"))
            .text(draft.summary.clone())
            .heading("De aanbevelingen");
        for r in recommendations {
            mail = mail.said(format!("{}. Aan {}", r.number, r.addressee.dutch()), with_effect(&r.text, &r.effect));
        }
        if !issue.anyway.is_empty() {
            let lead = "Te weinig leden antwoordden of stemden in. De raad stuurt het advies toch. De reden";
            mail = mail.said(lead, issue.anyway.clone());
        }
        if let Some(by) = self.case.answer_due_on {
            mail = mail.text(format!("De raad ontvangt graag uw antwoord per nummer, uiterlijk op {}.", day(by)));
        }
        self.end(mail, "", "Bekijk het dossier")
    }

    /// Who asked for it, and until when.
    pub fn embargo(&self, side: Side, until: Moment) -> Letter {
        let who = match side {
            Side::Council => self.case.council_name.clone(),
            Side::Municipality => self.municipality(),
        };
        let until = format!("{}, {}", day(until.day()), dates::time(until, Lang::Nl));
        let mail = self
            .begin("Onder embargo")
            .lead(format!("{who} vraagt om een embargo, tot {until}."))
            .text("Tot dan zien alleen de mensen die eraan werken dit dossier. Vertel er anderen niets over.")
            .text("Daarna gaat het vanzelf open. U krijgt dan bericht.");
        self.end(mail, "", "Bekijk het dossier")
    }

    pub fn embargo_over(&self) -> Letter {
        let mail = self
            .begin("Het embargo is voorbij")
            .lead("Dit dossier stond onder embargo. Dat is nu voorbij.")
            .text("Raad en gemeente, de griffier en wie als gast is uitgenodigd, kunnen het lezen.");
        self.end(mail, "", "Bekijk het dossier")
    }

    pub fn confided(&self) -> Letter {
        let mail = self
            .begin("Een vertrouwelijk dossier")
            .lead("Dit dossier is vertrouwelijk. U hoort bij de mensen die het zien.")
            .text(
                "De anderen in uw raad of gemeente weten er niets van. Praat er alleen over met wie in de kring staat.",
            );
        self.end(mail, "", "Bekijk het dossier")
    }

    pub fn approval(&self, recommendations: &[Recommendation]) -> Letter {
        let mail = self.begin("Een antwoord wacht op uw akkoord").lead(format!(
            "Het antwoord aan {} is klaar. De raad ziet het pas als u het verstuurt.",
            self.case.council_name
        ));
        self.end(with_answers(mail, recommendations), "/antwoord/publicatie", "Lees het en keur het goed")
    }

    pub fn returned(&self, returned: &Returned) -> Letter {
        let who = returned.who.clone().unwrap_or_else(|| "De wethouder".to_owned());
        let mail = self
            .begin("Het antwoord moet anders")
            .lead(format!("{who} stuurt het antwoord terug. De raad heeft het niet gezien."))
            .said(who, returned.remark.clone());
        self.end(mail, "/antwoord", "Pas het antwoord aan")
    }

    pub fn answer(&self, recommendations: &[Recommendation]) -> Letter {
        let mail = self
            .begin("De gemeente antwoordt op uw advies")
            .lead(format!("{} geeft antwoord op elke aanbeveling.", self.municipality()));
        self.end(with_answers(mail, recommendations), "", "Bekijk het dossier")
    }

    /// To who keeps the municipality informed: the answer is out.
    pub fn answer_sent(&self, recommendations: &[Recommendation]) -> Letter {
        let mail = self
            .begin("Het antwoord is verstuurd")
            .lead(format!("De wethouder verstuurde het antwoord aan {}. Dit staat erin.", self.case.council_name));
        self.end(with_answers(mail, recommendations), "", "Bekijk het dossier")
    }

    /// The council takes it up; with another day of receipt when the municipality wrote a wrong one.
    pub fn received(&self, moved_from: Option<Day>) -> Letter {
        let council = &self.case.council_name;
        let (subject, lead) = if self.case.kind == Kind::Requested {
            ("De raad bevestigt de ontvangst", format!("{council} heeft uw aanvraag en bereidt het advies voor."))
        } else {
            ("De raad begint met een advies", format!("{council} begint uit zichzelf met een advies."))
        };
        let mut mail = self.begin(subject).lead(lead);
        if let (Some(was), Some(on)) = (moved_from, self.case.received_on) {
            mail = mail.text(format!("De raad kreeg de aanvraag op {}, en niet op {}.", day(on), day(was)));
        }
        if let Some(by) = self.case.due_on {
            mail = mail.text(format!("Het advies moet er zijn op {}.", day(by)));
        }
        self.end(mail, "", "Bekijk het dossier")
    }

    pub fn decision(&self, decision: &Decision) -> Letter {
        let outcome = match decision.outcome {
            Outcome::Follows => "Het besluit volgt het advies.",
            Outcome::Partly => "Het besluit volgt het advies voor een deel.",
            Outcome::Deviates => "Het besluit wijkt af van het advies.",
        };
        let who = dates::capital(decision.body.dutch());
        let mut mail =
            self.begin("Er is een besluit").lead(format!("{who} besloot op {}. {outcome}", day(decision.on_day)));
        if !decision.text.is_empty() {
            mail = mail.said(who, decision.text.clone());
        }
        self.end(mail, "", "Bekijk het dossier")
    }

    pub fn monitoring(&self, monitoring: &Monitoring) -> Letter {
        let mut mail = self
            .begin("Wat ziet u van dit advies")
            .lead("Raad en gemeente spraken af om vandaag terug te kijken.")
            .said("De vraag", monitoring.question.clone());
        if let Some(n) = monitoring.number {
            mail = mail.text(format!("Het gaat over aanbeveling {n}."));
        }
        self.end(
            mail.text("Een paar zinnen zijn genoeg. Beide kanten lezen wat u opschrijft."),
            "/volgen",
            "Schrijf op wat u ziet",
        )
    }

    /// A term that ends within a week, or that has passed.
    pub fn term(&self, turn: &Turn, passed: bool) -> Letter {
        let what = if turn.task == Task::Answer { "Het antwoord" } else { "Het advies" };
        let by = turn.by.map(day).unwrap_or_default();
        let (subject, lead) = if passed {
            ("De uiterste datum is voorbij", format!("{what} moest er zijn op {by}. Laat weten hoe het staat."))
        } else {
            ("De uiterste datum komt dichtbij", format!("{what} moet er zijn op {by}."))
        };
        self.end(self.begin(subject).lead(lead), "", "Bekijk het dossier")
    }

    pub fn term_extended(&self, it: &Extended) -> Letter {
        let mail = self
            .begin("De termijn is langer")
            .lead(format!("{} {} de termijn.", self.by(it.side), verb(it.ground)))
            .text(format!("De uiterste datum was {}. Hij is nu {}.", day(it.due_before), day(it.due_on)))
            .said("De reden", it.reason.clone());
        self.end(mail, "/termijn", "Bekijk de termijn")
    }

    pub fn term_paused(&self, it: &Pause) -> Letter {
        let (lead, heading) = match it.ground {
            PauseGround::Incomplete => ("De raad mist iets om te kunnen adviseren.", "Wat er nog nodig is"),
            PauseGround::Agreement => ("Raad en gemeente spraken dit af.", "De afspraak"),
        };
        let mail = self
            .begin("De termijn staat stil")
            .lead(format!("{} zette de termijn stil vanaf {}. {lead}", self.by(it.side), day(it.from_on)))
            .said(heading, it.reason.clone());
        self.end(mail, "/termijn", "Bekijk de termijn")
    }

    pub fn term_resumed(&self, it: &Pause) -> Letter {
        let last = it.last_on.map(day).unwrap_or_default();
        let side = it.ended_side.unwrap_or(it.side);
        let mut mail = self
            .begin("De termijn loopt weer")
            .lead(format!("{} liet de termijn weer lopen. Hij stond stil tot en met {last}.", self.by(side)));
        if let Some(due_on) = it.due_on {
            mail = mail.text(format!("De uiterste datum is nu {}.", day(due_on)));
        }
        self.end(mail, "/termijn", "Bekijk de termijn")
    }

    /// *De gemeente Zutphen*, whatever its short name is.
    fn municipality(&self) -> String {
        let name = &self.case.municipality_name;
        match name.strip_prefix("Gemeente ") {
            Some(place) => format!("De gemeente {place}"),
            None => format!("De gemeente {name}"),
        }
    }

    fn by(&self, side: Side) -> String {
        match side {
            Side::Council => self.case.council_name.clone(),
            Side::Municipality => self.municipality(),
        }
    }

    pub fn left(&self, how: Exit, reason: &str) -> Letter {
        let lead = match how {
            Exit::Withdrawn => format!("{} trekt de aanvraag in.", self.municipality()),
            Exit::Refused => format!("{} geeft geen advies.", self.case.council_name),
            Exit::NoObjection => format!("{} heeft geen bezwaar en geeft geen verder advies.", self.case.council_name),
            Exit::Lapsed | Exit::NeverAnswered => "Dit dossier is gestopt.".to_owned(),
            Exit::Concluded => "Het meedenken is afgerond.".to_owned(),
        };
        let subject = if how == Exit::Concluded { "Het meedenken is afgerond" } else { "Het dossier is gestopt" };
        self.end(self.begin(subject).lead(lead).said("De reden", reason.to_owned()), "", "Bekijk het dossier")
    }
}

fn verb(ground: ExtensionGround) -> &'static str {
    match ground {
        ExtensionGround::Rule => "verlengt",
        ExtensionGround::Agreement => "verlengt, zoals afgesproken,",
    }
}

/// What somebody prepares from now on, all in one letter.
pub(crate) fn handed_over(to: &Person, taken: &[Taken], base_url: &str) -> Letter {
    let count = taken.len() as i64;
    let (subject, lead) = match count {
        1 => ("U neemt een dossier over".to_owned(), "Vanaf nu bereidt u dit dossier voor.".to_owned()),
        n => {
            let n = dates::count(n, Lang::Nl);
            (format!("U neemt {n} dossiers over"), format!("Vanaf nu bereidt u deze {n} dossiers voor."))
        }
    };
    let mail = Mail::new(subject, to.greeting()).lead(lead);
    let each = |mail: Mail, one: &Taken| mail.title(one.title.clone(), format!("{base_url}/dossiers/{}", one.id));
    taken.iter().fold(mail, each).button("Bekijk wat u te doen hebt", format!("{base_url}/")).foot(FOOT).finish()
}

fn with_effect(text: &str, effect: &str) -> String {
    if effect.is_empty() { text.to_owned() } else { format!("{text}\n\nEffect: {effect}") }
}

/// The whole text of a draft.
fn with_draft(mut mail: Mail, draft: &Draft) -> Mail {
    mail = mail.heading(draft.title.clone());
    let parts = [
        ("In het kort", &draft.summary),
        ("Wat wij zagen en hoorden", &draft.heard),
        ("Wat wij overwogen", &draft.considered),
    ];
    for (title, text) in parts {
        if !text.is_empty() {
            mail = mail.heading(title).text(text.clone());
        }
    }
    mail = mail.heading("De aanbevelingen");
    for (at, line) in draft.lines.iter().enumerate() {
        let text = with_effect(&line.text, &line.effect);
        let text = if line.reason.is_empty() { text } else { format!("{text}\n\nReden: {}", line.reason) };
        mail = mail.said(format!("{}. Aan {}", at + 1, line.addressee.dutch()), text);
    }
    if !draft.equal_chances.is_empty() {
        mail = mail.heading("Gelijke kansen").text(draft.equal_chances.clone());
    }
    mail
}

/// Each recommendation with the whole answer to it.
fn with_answers(mut mail: Mail, recommendations: &[Recommendation]) -> Mail {
    for r in recommendations {
        let mut text = position(r.position).to_owned();
        if let Some(reason) = r.answer_reason.as_ref().filter(|t| !t.is_empty()) {
            text = format!("{text}\n\n{reason}");
        }
        if let Some(promise) = r.promise.as_ref().filter(|t| !t.is_empty()) {
            let who = r.promised_by.clone().unwrap_or_default();
            let by = r.promise_on.map(|on| format!(", uiterlijk {}", day(on))).unwrap_or_default();
            text = format!("{text}\n\nToezegging: {promise} ({who}{by})");
        } else if let (Some(Position::Later), Some(on)) = (r.position, r.promise_on) {
            text = format!("{text}\n\nDe gemeente komt erop terug op {}.", day(on));
        } else if let (Some(Position::NotCompetent), Some(who)) =
            (r.position, r.promised_by.as_ref().filter(|w| !w.is_empty()))
        {
            text = format!("{text}\n\nWie erover beslist: {who}");
        }
        // A colon follows: no full stop before it.
        mail = mail.said(format!("{}. {}", r.number, r.text.trim_end_matches('.')), text);
    }
    mail
}

fn position(position: Option<Position>) -> &'static str {
    match position {
        Some(Position::Adopted) => "Overgenomen.",
        Some(Position::Partly) => "Deels overgenomen.",
        Some(Position::Later) => "Later.",
        Some(Position::NotAdopted) => "Niet overgenomen.",
        Some(Position::NotCompetent) => "De gemeente is niet bevoegd.",
        None => "Nog geen antwoord.",
    }
}

/// To whom of a side a term matters: the council until the advice, the municipality until the answer.
pub(crate) fn side_of(turn: &Turn) -> Side {
    if turn.task == Task::Answer { Side::Municipality } else { Side::Council }
}
