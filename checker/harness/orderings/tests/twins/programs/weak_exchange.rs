//! A weak exchange may fail for no reason.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn one_wins(take: fn(&AtomicBool) -> bool) {
    let taken = AtomicBool::new(false);
    let wins = thread::scope(|scope| {
        let other = scope.spawn(|| take(&taken));
        [take(&taken), other.join().unwrap()]
    });
    if wins == [false, false] {
        std::fail("nobody wins");
    }
}

pub(crate) fn wrong() {
    one_wins(|taken| taken.compare_exchange_weak(false, true, Ordering::Relaxed, Ordering::Relaxed).is_ok());
}

pub(crate) fn right() {
    one_wins(|taken| {
        loop {
            match taken.compare_exchange_weak(false, true, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return true,
                Err(true) => return false,
                Err(false) => {}
            }
        }
    });
}
