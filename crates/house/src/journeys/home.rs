//! The front page of somebody who is signed in: what others ask first, then what one's own council must do.
//!
//! GET /

use community::front::{self, Card};
use community::topic::TopicKind;
use identity::directory;
use platform::web::{Cx, Outcome, Problem};
use platform::{Kind, Lang, Role, Seat};
use ui::{Notice, Section, Ui, dates};

use crate::{Texts, texts};

#[derive(askama::Template)]
#[template(path = "journeys/home.html")]
struct HomePage {
    ui: Ui,
    t: &'static Texts,
    greeting: String,
    today: String,
    front: Option<front::Front>,
    tasks: Vec<advice::front::Task>,
    board: Option<(&'static str, String)>,
    /// Filled for who sits in several: a task says for which.
    seats: Vec<Seat>,
    /// Invitations that wait for a yes.
    invitations: usize,
    /// Their roles that begin later.
    coming: Vec<directory::Coming>,
    /// The cases in which somebody is a guest.
    guesting: Vec<advice::guests::Guesting>,
}

impl HomePage {
    fn kind(&self, card: &Card) -> String {
        match card.kind {
            TopicKind::Question => self.t.home_question(),
            TopicKind::Experience => self.t.home_experience(),
            TopicKind::Discussion => self.t.home_discussion(),
            TopicKind::Announcement => self.t.home_announcement(),
        }
    }

    fn organisation(&self, card: &Card) -> String {
        match card.organisation_kind {
            Kind::Council => self.t.home_council(),
            Kind::Municipality => self.t.home_municipality(),
            _ => self.t.home_association(),
        }
    }

    fn waits(&self, card: &Card) -> String {
        let days = card.at.day().days_until(self.ui.today);
        match days {
            0 => self.t.home_waits_today(),
            1 => self.t.home_waits_day(),
            days => self.t.home_waits_days(days),
        }
    }

    fn answers(&self, card: &Card) -> String {
        if card.answers == 1 { self.t.home_answers_one() } else { self.t.home_answers(self.ui.count(&card.answers)) }
    }

    /// *Lees de zeven antwoorden*.
    fn read_answers(&self, card: &Card) -> String {
        if card.answers == 1 { self.t.home_read_one() } else { self.t.home_read(self.ui.count(&card.answers)) }
    }

    fn opening(&self, card: &Card) -> String {
        community::opening(&card.opening, 150)
    }

    fn best(&self, card: &Card) -> Option<(String, String)> {
        let text = community::opening(card.best.as_deref()?, 220);
        let who = format!("{}, {}", card.best_author.as_deref()?, card.best_organisation.as_deref()?);
        Some((text, self.t.home_best(who)))
    }

    fn marks(&self, card: &Card) -> usize {
        usize::try_from(card.also).unwrap_or(0).min(30)
    }

    /// The mark and the name of the body that a task is for, when that is not plain.
    fn asked_for(&self, task: &advice::front::Task) -> Option<(&'static str, &str)> {
        let seat = self.seats.iter().find(|s| s.organisation == task.organisation)?;
        Some((self.ui.mark(&seat.kind), &seat.organisation_name))
    }

    fn begins(&self, coming: &directory::Coming) -> String {
        let day = self.ui.weekday_full(&coming.from_on);
        self.t.home_coming(self.ui.role(&coming.role), coming.organisation_name.as_str(), day)
    }

    fn asks(&self) -> String {
        match self.tasks.len() as i64 {
            0 => self.t.home_asks_none(),
            1 => self.t.home_asks_one(),
            n => self.t.home_asks(dates::count(n, self.ui.lang)),
        }
    }
}

pub(crate) async fn home(cx: Cx) -> Outcome {
    let mut reader = cx.reader().await?;
    let person = directory::person(&mut reader, cx.person()?).await?.ok_or(Problem::NotFound)?;
    let seat = cx.actor().seat().cloned();
    let front = front::front(&mut reader, cx.actor(), cx.now()).await?;
    let tasks = advice::front::tasks_in(&mut reader, cx.actor(), cx.now(), cx.lang()).await?;
    // What somebody was invited to is theirs, and not for whoever works in their name.
    let (invitations, coming, guesting) = if cx.actor().helper.is_some() {
        Default::default()
    } else {
        let invitations = people::front::waiting(&mut reader, cx.person()?, cx.now()).await?;
        let coming = directory::coming(&mut reader, cx.person()?, cx.now().day()).await?;
        (invitations, coming, advice::guests::of_person(&mut reader, cx.person()?, cx.now()).await?)
    };
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("welkom") => Some(Notice::new(t.home_welcome(), t.home_welcome_text())),
        Some("rol-gestopt") => Some(Notice::new(t.home_role_ended(), t.home_role_ended_text())),
        _ => None,
    };
    let board = seat.as_ref().filter(|s| s.role != Role::Guest).and_then(|s| match s.kind {
        Kind::Council => Some(("/onze-raad", t.home_to_council())),
        Kind::Municipality => Some(("/dossiers", t.home_to_cases())),
        _ => None,
    });
    let greeting = greeting(&cx, &person);
    let today = dates::capital(&dates::weekday_full(cx.now().day(), cx.lang()));
    let seats = cx.actor().seats.clone();
    let several = seats.iter().any(|s| s.organisation != seats[0].organisation);
    let seats = if several { seats } else { Vec::new() };
    let ui = Ui::of(&cx, Section::Home).with_notice(notice);
    // Whoever has no role of their own is a guest and nothing else.
    let ui = if cx.actor().seats.is_empty() && !guesting.is_empty() { ui.as_guest() } else { ui };
    cx.page(&HomePage { ui, t, greeting, today, front, tasks, board, seats, invitations, coming, guesting })
}

/// *Goedemorgen, mevrouw Van der Wal*.
fn greeting(cx: &Cx, person: &directory::Person) -> String {
    use directory::Salutation;
    let (nl, en) = match cx.now().wall().hour() {
        0..6 => ("Goedenacht", "Good night"),
        6..12 => ("Goedemorgen", "Good morning"),
        12..18 => ("Goedemiddag", "Good afternoon"),
        _ => ("Goedenavond", "Good evening"),
    };
    let name = match (person.salutation, cx.lang()) {
        (Salutation::Mevrouw, Lang::Nl) => format!("mevrouw {}", person.last_name),
        (Salutation::Meneer, Lang::Nl) => format!("meneer {}", person.last_name),
        _ => person.name.clone(),
    };
    format!("{}, {name}", cx.lang().pick(nl, en))
}
