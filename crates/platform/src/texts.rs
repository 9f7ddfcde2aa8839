//! The words of a slice, in both languages, loaded once.

/// Declares the `Texts` of a crate, as its build script made them, and `texts(lang)`, which gives them.
#[macro_export]
macro_rules! texts {
    () => {
        /// The words of this slice: each message is a method.
        #[allow(unused, unreachable_pub, clippy::all, reason = "generated from the Fluent files")]
        mod words {
            include!(concat!(env!("OUT_DIR"), "/texts.rs"));
        }
        pub(crate) use words::L10nLanguage as Texts;

        /// The words of this slice in a language.
        pub(crate) fn texts(lang: $crate::Lang) -> &'static Texts {
            static NL: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(|| words::L10n::Nl.load());
            static EN: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(|| words::L10n::En.load());
            lang.pick(&NL, &EN)
        }
    };
}
