//! The closure owns its counter, and a counter is not cloned. Nothing has to be: two threads can use one closure.

use std::sync::atomic::{AtomicU32, Ordering};

use exercise::run_twice;

fn main() {
    let hits = AtomicU32::new(0);
    run_twice(move || hits.fetch_add(1, Ordering::Relaxed));
}
