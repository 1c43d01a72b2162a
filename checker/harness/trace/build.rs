//! Finds out whether values of the learner's own types can be shown.
//!
//! Whether a type parameter happens to be `Debug` can only be asked with a feature that is not stable.
//! `RUSTC_BOOTSTRAP=threadlings_trace` allows it to this crate. Without it values of common types are shown, and no
//! others.

use std::env;

fn main() {
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    println!("cargo::rustc-check-cfg=cfg(specializes)");
    let allowed = env::var("RUSTC_BOOTSTRAP").unwrap_or_default();
    if allowed.split(',').any(|name| name == "1" || name == "threadlings_trace") {
        println!("cargo::rustc-cfg=specializes");
    }
}
