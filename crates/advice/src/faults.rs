//! What is wrong in a form: a sentence per field, beside the field and in the list on top.

pub use ui::form::Faults;
