//! A table whose entries are made when they are first asked for.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use exercise::Table;

/// Two threads ask for the same entry.
#[schedules]
fn an_entry_is_made_once() {
    let table = Table::default();
    let made = AtomicU32::new(0);
    let get = || table.get_or_make("key", || made.fetch_add(1, SeqCst));
    thread::scope(|scope| {
        scope.spawn(get);
        get();
    });
    assert_eq!(made.load(SeqCst), 1, "an entry was made more than once");
}
