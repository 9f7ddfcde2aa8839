//! A small world with people in it, for tests; the shipped code never depends on it.
//!
//! A [`World`] is a house of its own on a database of its own, with the [`Who`] of the cast in their seats.
//! Somebody who [visits](Client::visits) reads pages, fills in their forms as they stand there, and is told
//! what became of it. [`on_both!`] makes two tests of one story, one on each engine.
//!
//! It knows no rooms: which ones stand in the house, the test says with a [`Plan`].

mod cast;
mod client;
mod database;
mod form;
mod letters;
mod mail_server;
mod page;
mod untrusted;
mod world;

pub use cast::{
    ASSOCIATION, COUNCIL_A, COUNCIL_B, HOST, MUNICIPALITY_A, MUNICIPALITY_B, Place, REGION_A, REGION_B, Who, settle,
};
pub use client::{BASE_URL, Client};
pub use database::{Database, Engine};
pub use form::Form;
pub use mail_server::{MailServer, Received};
pub use page::Page;
pub use untrusted::Untrusted;
// For the macro.
#[doc(hidden)]
pub use insta;
pub use world::{Plan, Trail, World, at, service, times_asked_after};

/// Makes two tests of each story, one on SQLite and one on PostgreSQL:
///
/// ```ignore
/// on_both!(PLAN: a_question_is_answered);
/// async fn a_question_is_answered(world: World) { … }
/// ```
///
/// With `on_both!(a_row_is_kept)` the story gets a bare [`Database`] instead.
#[macro_export]
macro_rules! on_both {
    ($plan:ident: $($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::World::of($crate::Engine::Sqlite, super::$plan).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name($crate::World::of($crate::Engine::Postgres, super::$plan).await).await;
            }
        }
    )+};
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::Database::fresh($crate::Engine::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name($crate::Database::fresh($crate::Engine::Postgres).await).await;
            }
        }
    )+};
}
