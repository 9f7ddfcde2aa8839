//! The cellar of the house: database, web, forms, policy, trail, jobs, files, clock and settings.
//!
//! It knows no councils, topics or advices; it would serve a library as well. Everything a slice
//! needs to answer a request comes through [`web::Cx`].

pub mod actor;
pub mod app;
pub mod choice;
pub mod clock;
pub mod config;
pub mod db;
pub mod files;
pub mod id;
pub mod jobs;
pub mod keys;
pub mod lang;
pub mod live;
pub mod looked;
pub mod measure;
pub mod persons;
pub mod policy;
pub mod scan;
pub mod secret;
pub mod slice;
pub mod texts;
pub mod trail;
pub mod web;

pub use actor::{Actor, Kind, Role, Seat};
pub use app::App;
pub use clock::{Clock, Day, Moment};
pub use id::Ref;
pub use keys::Keys;
pub use lang::Lang;
pub use slice::Slice;
