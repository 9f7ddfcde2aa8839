//! What a handler cannot do. The layout turns it into a page with ways on.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::fields::Fields;
use crate::db;

/// Why a form was held back, with what was typed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldFor {
    /// The sign-in had ended.
    SignIn,
    /// The page was from another sign-in, or had become too old.
    OldPage,
    /// It matters, and it is a while ago that somebody showed who they are.
    Unproved,
    /// They showed it: the text is ready to be sent.
    Proved,
    /// A file that came along is harmful, by what the scanner says. It is not kept.
    Harmful,
}

#[derive(Debug, Clone)]
pub enum Problem {
    /// Not there, or not for you: nobody can tell which.
    NotFound,
    /// You see it, and this is not for you; perhaps with who it is for.
    Forbidden(Option<String>),
    /// Only whoever it is about does this; nobody in their name.
    NotOnBehalf,
    /// First sign in.
    SignIn,
    /// First go to another page of ours, which leads back.
    First(String),
    /// The form could not be taken, but nothing that was typed is lost.
    Held(Box<Fields>, HeldFor),
    /// The form was sent from another site, or by a script that is not ours.
    Foreign,
    /// Somebody was just ahead of you.
    Stale,
    /// The form cannot be read; with what is wrong, for the log.
    Malformed(&'static str),
    TooLarge,
    /// The form came in too slowly.
    Slow,
    /// Too many tries; with the minutes to wait.
    TooMany(i64),
    WrongMethod,
    /// Too many people at once, or the database is away.
    Busy,
    /// Ours. The number is in the log.
    Fault(String),
}

impl Problem {
    /// Something unexpected: logged with everything, shown with a number only.
    pub fn fault(error: impl std::fmt::Display) -> Self {
        Self::fault_text(&error.to_string())
    }

    pub fn fault_text(text: &str) -> Self {
        let number = crate::id::fresh()[18..].to_owned();
        tracing::error!(number, error = text, "a fault");
        Self::Fault(number)
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden(_) | Self::NotOnBehalf | Self::Foreign => StatusCode::FORBIDDEN,
            Self::First(_) => StatusCode::SEE_OTHER,
            Self::SignIn | Self::Held(_, HeldFor::SignIn | HeldFor::Unproved) => StatusCode::UNAUTHORIZED,
            Self::Held(_, HeldFor::Harmful) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Held(_, HeldFor::OldPage | HeldFor::Proved) | Self::Stale => StatusCode::CONFLICT,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Stale => Self::Stale,
            db::Error::Busy | db::Error::Timeout => {
                tracing::warn!(%error, "the database is too busy");
                Self::Busy
            }
            db::Error::Unreachable(why) => {
                tracing::error!(why, "the database is away");
                Self::Busy
            }
            other => Self::fault(other),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let Self::First(path) = &self {
            return super::cx::redirect(path).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
