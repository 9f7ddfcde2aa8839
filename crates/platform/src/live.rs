//! What was committed, for pages that are open: in this process by a channel, between nodes by
//! PostgreSQL's notifications. Only names travel, never contents: each listener asks the database, and
//! so the policy, what it may see.

use std::fmt;

use tokio::sync::broadcast;

/// The channel of PostgreSQL's notifications.
pub const CHANNEL: &str = "beraad";

/// Notes that a slow page may lag behind before it has to look for itself.
const BACKLOG: usize = 1_024;

crate::statements! {
    /// On PostgreSQL only, inside the transaction: the other nodes hear it when it is committed.
    TELL: () = "SELECT pg_notify($1, $2)";
}

/// One line of the trail, as far as live pages need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub seq: i64,
    pub kind: String,
    pub thing: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.seq, self.kind, self.thing)
    }
}

impl Note {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let seq = parts.next()?.parse().ok()?;
        Some(Self { seq, kind: parts.next()?.to_owned(), thing: parts.next()?.to_owned() })
    }
}

/// What a listener hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    Note(Note),
    /// Something may have been missed: look for yourself.
    Missed,
}

/// The house's own wireless.
#[derive(Clone)]
pub struct Live(broadcast::Sender<News>);

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }
}

impl Live {
    pub fn tell(&self, note: Note) {
        let _ = self.0.send(News::Note(note)); // nobody listening is no fault
    }

    pub(crate) fn hear(&self, payload: &str) {
        if let Some(note) = Note::parse(payload) {
            self.tell(note);
        }
    }

    pub(crate) fn missed(&self) {
        let _ = self.0.send(News::Missed);
    }

    /// The listener of the database stops when the house has gone.
    pub(crate) fn is_wanted(&self) -> bool {
        self.0.strong_count() > 1
    }

    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
    }
}

/// One open page.
pub struct Listener(broadcast::Receiver<News>);

impl Listener {
    /// The next news; nothing when the house closes.
    pub async fn next(&mut self) -> Option<News> {
        match self.0.recv().await {
            Ok(news) => Some(news),
            Err(broadcast::error::RecvError::Lagged(_)) => Some(News::Missed),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    }
}
