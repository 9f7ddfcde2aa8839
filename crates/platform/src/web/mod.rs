//! How a request travels: recognised, gated, handled, and shown.
//!
//! [`visit`] makes a [`Cx`] of each request. A [`Route`]'s own gate sends who is not signed in to the
//! sign-in page. A handler finds, asks the policy, decides, saves and shows; what it cannot do is a
//! [`Problem`], which the layout turns into a page.

mod cx;
mod download;
mod fields;
pub mod headers;
pub mod once;
mod pace;
mod problem;
mod route;
mod visit;

pub use cx::{Cx, Outcome};
pub use download::{attachment, download};
pub use fields::{Fields, Upload};
pub use pace::{Pace, Paces};
pub use problem::{HeldFor, Problem};
pub use route::{Draft, Pass, Route, RouteInfo, router};
pub use visit::{COOKIE, LOOKS_COOKIE, cookie, cookie_of, session_cookie, visit};
