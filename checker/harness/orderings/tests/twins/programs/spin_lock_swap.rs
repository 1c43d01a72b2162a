//! Locks with `swap`, with nothing in the loop's body.

use std::sync::atomic::{AtomicBool, Ordering};

use super::spin_lock::contend;

fn lock(locked: &AtomicBool) {
    while locked.swap(true, Ordering::Acquire) {}
}

pub(crate) fn wrong() {
    contend(lock, Ordering::Relaxed);
}

pub(crate) fn right() {
    contend(lock, Ordering::Release);
}
