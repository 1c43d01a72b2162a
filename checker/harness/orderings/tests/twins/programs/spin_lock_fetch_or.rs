//! Locks with `fetch_or`.

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};

use super::spin_lock::contend;

fn lock(locked: &AtomicBool) {
    while locked.fetch_or(true, Ordering::Acquire) {
        hint::spin_loop();
    }
}

pub(crate) fn wrong() {
    contend(lock, Ordering::Relaxed);
}

pub(crate) fn right() {
    contend(lock, Ordering::Release);
}
