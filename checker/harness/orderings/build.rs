//! Finds out whether the modelled `Arc` can be all that std's is.
//!
//! Coercion to trait objects and `self: Arc<Self>` take features that std keeps to itself.
//! `RUSTC_BOOTSTRAP=threadlings_orderings` allows them to this crate; without it `Arc` lacks these two.

use std::env;

fn main() {
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    println!("cargo::rustc-check-cfg=cfg(arc_coerces)");
    let allowed = env::var("RUSTC_BOOTSTRAP").unwrap_or_default();
    if allowed.split(',').any(|name| name == "1" || name == "threadlings_orderings") {
        println!("cargo::rustc-cfg=arc_coerces");
    }
}
