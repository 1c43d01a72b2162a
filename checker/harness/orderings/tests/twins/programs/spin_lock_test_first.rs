//! Looks before it swaps.

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};

use super::spin_lock::contend;

fn lock(locked: &AtomicBool, swap: Ordering) {
    while locked.swap(true, swap) {
        while locked.load(Ordering::Relaxed) {
            hint::spin_loop();
        }
    }
}

pub(crate) fn wrong() {
    contend(|locked| lock(locked, Ordering::Relaxed), Ordering::Release);
}

pub(crate) fn right() {
    contend(|locked| lock(locked, Ordering::Acquire), Ordering::Release);
}
