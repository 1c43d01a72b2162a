//! Puts the course into a program that is built for release, as `cargo install` does: it works without the clone.
//!
//! A program that is built for debugging runs in the clone and reads its files, so that an edit costs no build.

use std::fmt::Write;
use std::path::{Path, PathBuf};

#[path = "src/installed/select.rs"]
mod select;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/installed/select.rs");
    println!("cargo::rerun-if-env-changed=THREADLINGS_EMBED");
    let variable = |name| std::env::var(name).unwrap_or_default();
    let is_embedded = variable("PROFILE") == "release" || !variable("THREADLINGS_EMBED").is_empty();
    let clone = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("..");
    let clone = clone.canonicalize().expect("the package lies in the clone");
    let mut list = String::from("&[\n");
    if is_embedded {
        for folder in select::FOLDERS {
            println!("cargo::rerun-if-changed={}", clone.join(folder).display());
        }
        for file in select::select(&clone) {
            writeln!(list, "    ({file:?}, include_bytes!({:?})),", clone.join(&file))
                .expect("a string takes everything");
        }
    }
    list.push(']');
    let out = Path::new(&variable("OUT_DIR")).join("course.rs");
    std::fs::write(&out, list).expect("the build script's folder can be written");
}
