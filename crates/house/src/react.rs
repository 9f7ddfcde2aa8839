//! What follows from something that happened, in one place; and how it is done.
//!
//! [`follows`] is pure and knows names only. [`HANDS`] does the work: each reaction within the transaction
//! that also marks it done, so that doing it again after a crash leaves the world the same.

use platform::App;
use platform::db::Tx;
use platform::jobs::{Hands, Job, Planned, Trouble};
use platform::trail::{Entry, Event as _, Line, Origin};

/// The names of the reactions to a line of the trail.
pub fn follows(entry: &Entry) -> Vec<&'static str> {
    if entry.by.origin == Origin::Demo {
        return Vec::new(); // an invented past: nobody gets letters about it
    }
    let (slice, _) = entry.kind.split_once('.').unwrap_or((&entry.kind, ""));
    let mut names = match slice {
        identity::Event::SLICE => after_identity(entry),
        people::Event::SLICE => read(entry).map(|e| people::follows(&e)).unwrap_or_default(),
        settings::Event::SLICE => read(entry).map(|e| settings::follows(&e)).unwrap_or_default(),
        community::Event::SLICE => read(entry).map(|e| community::follows(&e)).unwrap_or_default(),
        advice::Event::SLICE => read(entry).map(|e| advice::follows(&e)).unwrap_or_default(),
        _ => Vec::new(),
    };
    // What was done in somebody's name they hear of; about the consent itself there are letters of its own.
    if entry.by.on_behalf_of.is_some() && entry.result == "done" && slice != identity::Event::SLICE {
        names.push("trail.letter_on_behalf");
    }
    names
}

fn read<E: serde::de::DeserializeOwned>(entry: &Entry) -> Option<E> {
    serde_json::from_str(&entry.body).ok()
}

fn after_identity(entry: &Entry) -> Vec<&'static str> {
    match read::<identity::Event>(entry) {
        Some(identity::Event::CodeAsked { .. }) => vec!["identity.send_code"],
        Some(
            identity::Event::MandateGiven { .. }
            | identity::Event::MandateEnded { .. }
            | identity::Event::MandateAsked { .. },
        ) => vec!["identity.letter_mandate"],
        Some(
            identity::Event::SignInRefused { .. }
            | identity::Event::SignedIn { .. }
            | identity::Event::SignedInHalf { .. }
            | identity::Event::SignedOut { .. }
            | identity::Event::SeatChosen { .. }
            | identity::Event::SecondStepRefused { .. }
            | identity::Event::Proved { .. }
            | identity::Event::AddressChanged { .. }
            | identity::Event::SecondStepSet { .. }
            | identity::Event::SecondStepRemoved { .. }
            | identity::Event::RecoveryCodesMade { .. }
            | identity::Event::KnownElsewhere { .. }
            | identity::Event::RolesBrought { .. }
            | identity::Event::AssistanceBegun { .. }
            | identity::Event::AssistanceEnded { .. },
        )
        | None => Vec::new(),
    }
}

/// What the house knows how to do.
pub const HANDS: Hands = Hands { react, planned };

fn react<'a>(app: &'a App, tx: &'a mut Tx, line: &'a Line, name: &'a str) -> Job<'a> {
    Box::pin(async move {
        let (slice, _) = name.split_once('.').unwrap_or((name, ""));
        match slice {
            "trail" => crate::trail::letter(app, tx, line).await,
            "identity" if name == "identity.letter_mandate" => identity::behalf::tell(app, tx, line).await,
            "identity" => match line.event::<identity::Event>() {
                Some(identity::Event::CodeAsked { attempt }) => identity::send_code(app, tx, &attempt).await,
                _ => Err(Trouble::GiveUp(format!("{name} does not follow from {}", line.kind))),
            },
            "people" => people::react(app, tx, line, name).await,
            "settings" => settings::react(app, tx, line).await,
            "community" => community::react(app, tx, line, name).await,
            "advice" => advice::react(app, tx, line, name).await,
            _ => Err(Trouble::GiveUp(format!("nobody knows how to do {name}"))),
        }
    })
}

fn planned<'a>(app: &'a App, tx: &'a mut Tx, planned: &'a Planned) -> Job<'a> {
    Box::pin(async move {
        match planned.name.split_once('.') {
            Some(("settings", _)) => settings::planned(app, tx, planned).await,
            Some(("advice", _)) => advice::planned(app, tx, planned).await,
            _ => Err(Trouble::GiveUp(format!("nobody knows how to do {}", planned.name))),
        }
    })
}
