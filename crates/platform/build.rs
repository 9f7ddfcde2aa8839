//! The migrations are read while the cellar is built; a new one must build it again.
fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
