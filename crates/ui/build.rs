//! Embeds the folder that `make assets` built, and refuses one that is missing, stale or damaged.

#[path = "../../assets/locate.rs"]
mod locate;

use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> std::process::ExitCode {
    embed_assets();
    texts::build()
}

fn embed_assets() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("embedded.rs");
    let table = match embed() {
        Ok(table) => table,
        Err(reason) => {
            println!("cargo::error={reason}: run make assets");
            return;
        }
    };
    fs::write(out, table).expect("OUT_DIR can be written");
}

/// The text of a Rust table with every file of the folder, or why there is none.
fn embed() -> Result<String, String> {
    let key = locate::key(&locate::sources());
    let folder = locate::folder().ok_or("the assets are not built yet")?;
    let manifest = fs::read_to_string(folder.join("manifest.json")).map_err(|error| error.to_string())?;
    let manifest: Value = serde_json::from_str(&manifest).map_err(|error| format!("manifest.json: {error}"))?;
    if manifest["key"] != key.as_str() {
        return Err(format!("the assets in {} are older than their sources", folder.display()));
    }
    let files = manifest["files"].as_object().ok_or("manifest.json names no files")?;
    let mut table = String::from("pub(super) static FILES: &[Asset] = &[\n");
    for (name, entry) in files {
        let file = text(entry, "file")?;
        let plain = checked(&folder, file, entry)?;
        let gzip = twin(&folder, file, "gz", entry)?;
        let brotli = twin(&folder, file, "br", entry)?;
        writeln!(
            table,
            "    Asset {{ name: {name:?}, file: {file:?}, path: {path:?}, content_type: {kind:?}, plain: {plain}, gzip: {gzip}, brotli: {brotli} }},",
            path = format!("/assets/{file}"),
            kind = text(entry, "type")?,
        )
        .expect("writing to a string");
    }
    table.push_str("];\n");
    let purged = manifest["purged"].as_array().into_iter().flatten().filter_map(Value::as_str);
    writeln!(table, "pub(super) static PURGED: &[&str] = &{:?};", purged.collect::<Vec<_>>())
        .expect("writing to a string");
    Ok(table)
}

fn twin(folder: &Path, file: &str, ending: &str, entry: &Value) -> Result<String, String> {
    match &entry[ending] {
        Value::Null => Ok("None".to_owned()),
        about => Ok(format!("Some({})", checked(folder, &format!("{file}.{ending}"), about)?)),
    }
}

/// The file as a Rust expression, after comparing it with what the manifest says of it.
fn checked(folder: &Path, file: &str, about: &Value) -> Result<String, String> {
    let path = folder.join(file);
    let sha256 = text(about, "sha256")?;
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    if locate::sha256(&bytes) != sha256 {
        return Err(format!("{} is not what the manifest says", path.display()));
    }
    Ok(format!("Bytes {{ bytes: include_bytes!({path:?}), sha256: {sha256:?} }}", path = path.display().to_string()))
}

fn text<'a>(entry: &'a Value, name: &str) -> Result<&'a str, String> {
    entry[name].as_str().ok_or_else(|| format!("manifest.json: no {name}"))
}
