//! What all pages share: layout, components, styles, scripts and texts.

pub mod assets;
pub mod dates;
mod errors;
pub mod form;
mod layout;
mod prose;
mod roles;
mod themes;

pub use errors::{held_form, problems};
pub use layout::{Crumb, Html, Notice, Pager, Section, Ui};
pub use prose::{paragraphs, sanitised};
pub use roles::{kind_mark, role_word};
pub use themes::{theme_name, theme_short};

platform::texts!();

/// Askama filters that every page may use.
pub mod filters {
    pub use crate::prose::filters::prose;
}
