//! Taking letters out of the outbox and handing them to the mail server.

use std::time::Duration;

use lettre::message::{Mailbox, MultiPart, header};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Message, Tokio1Executor};
use platform::App;

use crate::outbox::{self, Kept};

#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    #[error("the address of the mail server is not right: {0}")]
    Address(String),
    #[error("the sender {0:?} is not a mail address")]
    From(String),
}

/// How letters leave the house.
pub enum Transport {
    Smtp {
        server: Box<AsyncSmtpTransport<Tokio1Executor>>,
        from: Mailbox,
    },
    /// The demo: a letter counts as sent when it stands in the outbox, where anybody can read it.
    Demo,
    /// No mail server is set: letters wait.
    None,
}

impl Transport {
    pub fn of(config: &platform::config::Config, demo: bool) -> Result<Self, TransportError> {
        let from: Mailbox = config.mail_from.parse().map_err(|_| TransportError::From(config.mail_from.clone()))?;
        match &config.smtp {
            Some(url) => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(|e| TransportError::Address(e.to_string()))?
                    .timeout(Some(Duration::from_secs(30)))
                    .build();
                Ok(Self::Smtp { server: Box::new(server), from })
            }
            None if demo => Ok(Self::Demo),
            None => Ok(Self::None),
        }
    }
}

/// The letter as it travels.
///
/// # Errors
/// A sentence when an address in it is none.
pub fn eml(letter: &Kept, from: &Mailbox) -> Result<Message, String> {
    let to: Mailbox = letter.to_address.parse().map_err(|e| format!("{}: {e}", letter.to_address))?;
    let date = std::time::UNIX_EPOCH + Duration::from_millis(u64::try_from(letter.at.0).unwrap_or(0));
    let from = match &letter.from_name {
        Some(name) => Mailbox::new(Some(name.clone()), from.email.clone()),
        None => from.clone(),
    };
    let mut message = Message::builder()
        .from(from)
        .to(to)
        .subject(&letter.subject)
        .date(date)
        .message_id(Some(format!("<{}>", letter.message_id)))
        .header(AutoSubmitted);
    if let Some(address) = &letter.reply_to {
        message = message.reply_to(address.parse().map_err(|e| format!("{address}: {e}"))?);
    }
    if let Some(earlier) = &letter.in_reply_to {
        message = message.in_reply_to(format!("<{earlier}>")).references(format!("<{earlier}>"));
    }
    message
        .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
        .map_err(|e| e.to_string())
}

/// RFC 3834: made by a program, so that no holiday message answers it.
#[derive(Clone)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".into())
    }
}

/// Sends what is waiting. Gives how many letters were taken up.
pub async fn deliver(app: &App, transport: &Transport) -> platform::db::Result<usize> {
    let mut letters = 0;
    match transport {
        Transport::None => return Ok(0),
        Transport::Demo => return outbox::all_sent(app.db()).await,
        Transport::Smtp { .. } => {}
    }
    while let Some(n) = outbox::next(&mut *app.db().reader().await?).await? {
        let mut tx = app.db().begin().await?;
        let Some(letter) = outbox::lease(&mut tx, n).await? else { continue };
        tx.commit().await?;
        let outcome = send(transport, &letter).await;
        let mut tx = app.db().begin().await?;
        match outcome {
            Ok(()) => outbox::sent(&mut tx, &letter, !app.is_demo()).await?,
            Err((problem, hopeless)) => {
                tracing::warn!(n = letter.n, problem, hopeless, "a letter could not be sent");
                outbox::failed(&mut tx, &letter, &problem, hopeless).await?;
            }
        }
        tx.commit().await?;
        letters += 1;
    }
    Ok(letters)
}

async fn send(transport: &Transport, letter: &Kept) -> Result<(), (String, bool)> {
    let Transport::Smtp { server, from } = transport else { return Ok(()) };
    let message = eml(letter, from).map_err(|why| (why, true))?;
    server.send(message).await.map(|_| ()).map_err(|e| (e.to_string(), e.is_permanent()))
}

/// Sends for as long as the house stands.
pub async fn deliver_on(app: App, transport: Transport) {
    let mut news = app.db().live().listen();
    loop {
        if let Err(error) = deliver(&app, &transport).await {
            tracing::error!(%error, "the outbox could not be looked at");
        }
        let _ = tokio::time::timeout(Duration::from_secs(1), news.next()).await;
    }
}
