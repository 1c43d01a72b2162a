//! A counted handle to a shared value.

use std::thread;

use exercise::Shared;
use harness::RaceProbe;

/// Two threads read the value and drop their handles; the last one drops the value.
#[orderings]
fn the_last_handle_drops_the_value() {
    let one = Shared::new(RaceProbe::new(5));
    let two = one.clone();
    let other = thread::spawn(move || two.read());
    assert_eq!(one.read(), 5, "the value is not what was put into it");
    drop(one);
    assert_eq!(other.join().unwrap(), 5, "the value is not what was put into it");
}
