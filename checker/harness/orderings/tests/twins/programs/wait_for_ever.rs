//! A loop that waits for a flag.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn wait(raise: bool) {
    static FLAG: AtomicBool = AtomicBool::new(false);
    let raising = thread::spawn(move || {
        if raise {
            FLAG.store(true, Ordering::Relaxed);
        }
    });
    while !FLAG.load(Ordering::Relaxed) {}
    raising.join().unwrap();
}

pub(crate) fn wrong() {
    wait(false);
}

pub(crate) fn right() {
    wait(true);
}
