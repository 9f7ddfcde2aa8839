//! Embeds the typefaces that `make assets` prepared for letters.

#[path = "../../assets/locate.rs"]
mod locate;

use serde_json::Value;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("typefaces.rs");
    match typefaces() {
        Ok(list) => fs::write(out, list).expect("OUT_DIR can be written"),
        Err(reason) => println!("cargo::error={reason}: run make assets"),
    }
}

fn typefaces() -> Result<String, String> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = locate::folder().ok_or("the assets are not built yet")?;
    let manifest = fs::read_to_string(folder.join("manifest.json")).map_err(|error| error.to_string())?;
    let manifest: Value = serde_json::from_str(&manifest).map_err(|error| format!("manifest.json: {error}"))?;
    let letters = manifest["letters"].as_object().ok_or("manifest.json names no typefaces")?;
    let mut list = String::from("pub(crate) static TYPEFACES: &[&[u8]] = &[\n");
    for entry in letters.values() {
        let path = folder.join(entry["file"].as_str().ok_or("manifest.json: no file")?);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if entry["sha256"] != locate::sha256(&bytes).as_str() {
            return Err(format!("{} is not what the manifest says", path.display()));
        }
        writeln!(list, "    include_bytes!({:?}),", path.display().to_string()).expect("writing to a string");
    }
    list.push_str("];\n");
    Ok(list)
}
