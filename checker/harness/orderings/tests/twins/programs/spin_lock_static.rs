//! A lock in a static, which starts afresh in each execution.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::spin_lock::SpinLock;

fn lock(locked: &AtomicBool) {
    while locked.swap(true, Ordering::Acquire) {}
}

static WRONG: SpinLock<u32> = SpinLock::new(0, lock, Ordering::Relaxed);
static RIGHT: SpinLock<u32> = SpinLock::new(0, lock, Ordering::Release);

fn count(counter: &'static SpinLock<u32>) {
    let other = thread::spawn(|| counter.with(|count| *count += 1));
    counter.with(|count| *count += 1);
    other.join().unwrap();
    assert_eq!(counter.with(|count| *count), 2);
}

pub(crate) fn wrong() {
    count(&WRONG);
}

pub(crate) fn right() {
    count(&RIGHT);
}
