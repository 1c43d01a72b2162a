//! Locks with a `swap` that releases as well as acquires, which is more than it needs.

use std::sync::atomic::{AtomicBool, Ordering};

use super::spin_lock::contend;

fn lock(locked: &AtomicBool) {
    while locked.swap(true, Ordering::SeqCst) {}
}

pub(crate) fn wrong() {
    contend(lock, Ordering::Relaxed);
}

pub(crate) fn right() {
    contend(lock, Ordering::SeqCst);
}
