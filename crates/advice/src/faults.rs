//! What is wrong in a form: a sentence per field, beside the field and in the list on top.

/// The fields with something wrong, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Faults(Vec<(String, String)>);

impl Faults {
    pub fn none() -> Self {
        Self::default()
    }

    /// One sentence that belongs to no field in particular.
    pub fn one(field: &str, sentence: impl Into<String>) -> Self {
        let mut faults = Self::default();
        faults.add(field, sentence);
        faults
    }

    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        self.0.push((field.to_owned(), sentence.into()));
    }

    /// Says so when a field that is needed was left empty.
    pub fn need(&mut self, field: &str, value: &str, sentence: impl Into<String>) {
        if value.is_empty() {
            self.add(field, sentence);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }

    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// The sentence beside a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(f, _)| f == field).map(|(_, s)| s.as_str())
    }

    pub fn has(&self, field: &str) -> bool {
        self.at(field).is_some()
    }
}
