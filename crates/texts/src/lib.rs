//! For build scripts: turns `texts/nl/*.ftl` and `texts/en/*.ftl` of a crate into typed methods.
//!
//! The crate includes the result with [`include!`] from `OUT_DIR`; [`declare!`] does that and keeps both
//! languages loaded.

use std::path::PathBuf;
use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

/// Builds the texts of the crate whose build script calls it.
pub fn build() -> ExitCode {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let at = |file: &str| out.join(file).display().to_string();
    println!("cargo::rerun-if-changed=texts");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("texts")
            .with_output_file_path(&at("texts.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&at("texts.ftl")))
            .with_default_language("nl")
            .with_prefix("")
            .with_lint_level(LintLevel::Deny)
            .without_format()
            .without_bidi_isolation(),
    )
}
