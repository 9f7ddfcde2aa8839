//! A new migration is part of this crate, though no source of it changed.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
