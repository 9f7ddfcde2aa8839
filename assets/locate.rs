//! Where `make assets` put its folder, and whether it was made from the sources as they are now. Shared by the
//! build scripts of the crates that embed something from it.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Not what the folder is made from; the same list as in build/sources.mjs.
const BESIDE: [&str; 4] = ["node_modules", "target", "test", "README.md"];

/// The first that exists: BERAAD_ASSETS, then `assets` in the target folder that this build uses.
pub(crate) fn folder() -> Option<PathBuf> {
    for name in ["BERAAD_ASSETS", "CARGO_TARGET_DIR"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    let workspace = workspace();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let named = env::var_os("BERAAD_ASSETS").map(|path| workspace.join(path));
    let chosen = env::var_os("CARGO_TARGET_DIR").map(|path| workspace.join(path).join("assets"));
    // The target folder may also come from a cargo setting: it is an ancestor of OUT_DIR.
    let around = out.ancestors().map(|path| path.join("assets"));
    let found = named.into_iter().chain(chosen).chain(around).find(|path| path.join("manifest.json").is_file());
    if let Some(folder) = &found {
        println!("cargo::rerun-if-changed={}", folder.join("manifest.json").display());
    }
    found
}

#[allow(dead_code, reason = "see `key`")]
pub(crate) fn sources() -> PathBuf {
    workspace().join("assets")
}

fn workspace() -> PathBuf {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("a crate lies in crates/<name>").to_owned()
}

/// The same key as `sourcesKey` in build/sources.mjs.
#[allow(dead_code, reason = "the letters embed typefaces only; the pages check the key for both")]
pub(crate) fn key(sources: &Path) -> String {
    let mut lines = Vec::new();
    collect(sources, sources, &mut lines);
    lines.sort();
    sha256(lines.concat().as_bytes())
}

fn collect(base: &Path, folder: &Path, lines: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || BESIDE.contains(&name.as_str()) {
            continue;
        }
        let path = entry.path();
        // Naming the file or the folder makes cargo look again when it changes.
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            collect(base, &path, lines);
        } else {
            let relative = path.strip_prefix(base).expect("below base").to_string_lossy().replace('\\', "/");
            lines.push(format!("{relative} {}\n", sha256(&fs::read(&path).unwrap_or_default())));
        }
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
