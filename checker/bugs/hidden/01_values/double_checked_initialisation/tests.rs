//! A value that is made when it is first asked for.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use exercise::Lazy;

/// Two threads ask for the value.
#[schedules]
fn a_value_is_made_once() {
    let lazy = Lazy::default();
    let made = AtomicU32::new(0);
    let get = || lazy.get(|| made.fetch_add(1, SeqCst) + 7);
    thread::scope(|scope| {
        scope.spawn(get);
        get();
    });
    assert_eq!(made.load(SeqCst), 1, "the value was made more than once");
}
