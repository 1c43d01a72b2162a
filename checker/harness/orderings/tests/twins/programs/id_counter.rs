//! Relaxed is enough to hand out numbers; a load and a store are not.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static NEXT: AtomicU32 = AtomicU32::new(0);

fn demand_two_numbers(next: fn() -> u32) {
    let other = thread::spawn(next);
    let this = next();
    if this == other.join().unwrap() {
        std::fail(format!("two threads got the number {this}"));
    }
}

pub(crate) fn wrong() {
    demand_two_numbers(|| {
        let number = NEXT.load(Ordering::Relaxed);
        NEXT.store(number + 1, Ordering::Relaxed);
        number
    });
}

pub(crate) fn right() {
    demand_two_numbers(|| NEXT.fetch_add(1, Ordering::Relaxed));
}
