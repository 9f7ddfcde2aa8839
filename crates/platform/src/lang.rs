//! The two languages of the interface. Dutch is written first; letters and guides are Dutch only.

crate::choice! {
    #[derive(Default)]
    pub enum Lang {
        #[default]
        Nl = "nl",
        En = "en",
    }
}

impl Lang {
    /// Which of two values, one per language.
    pub fn pick<T>(self, nl: T, en: T) -> T {
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}
