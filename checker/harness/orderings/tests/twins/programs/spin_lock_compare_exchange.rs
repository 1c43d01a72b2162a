//! Locks with `compare_exchange_weak`; the wrong one takes the lock without acquiring.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::spin_lock::contend;

fn lock(locked: &AtomicBool, success: Ordering) {
    while locked.compare_exchange_weak(false, true, success, Ordering::Relaxed).is_err() {
        thread::yield_now();
    }
}

pub(crate) fn wrong() {
    contend(|locked| lock(locked, Ordering::Relaxed), Ordering::Release);
}

pub(crate) fn right() {
    contend(|locked| lock(locked, Ordering::Acquire), Ordering::Release);
}
