//! A value that is made when it is first asked for.

use std::thread;

use exercise::Lazy;
use harness::RaceProbe;

/// Two threads ask for the value and read it.
#[orderings]
fn both_get_a_whole_value() {
    let lazy = Lazy::new();
    let read =
        || assert_eq!(lazy.get(|| RaceProbe::new(9)).read(), 9, "`get` returned something else than what was made");
    thread::scope(|scope| {
        scope.spawn(read);
        read();
    });
}
