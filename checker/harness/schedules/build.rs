//! Finds out whether `Arc` can be modelled.
//!
//! A type of our own behaves like std's `Arc` only with three features that std keeps to itself (coercion to trait
//! objects among them). `RUSTC_BOOTSTRAP=threadlings_schedules` allows them to this crate. Without it the model falls
//! back on std's `Arc`, whose count no schedule can get between.

use std::env;

fn main() {
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    println!("cargo::rustc-check-cfg=cfg(modelled_arc)");
    let allowed = env::var("RUSTC_BOOTSTRAP").unwrap_or_default();
    if allowed.split(',').any(|name| name == "1" || name == "threadlings_schedules") {
        println!("cargo::rustc-cfg=modelled_arc");
    }
}
