//! Two threads, of which each raises a flag and then looks at the other's.

use std::sync::atomic::AtomicBool;
use std::thread;

use exercise::raise;

/// At least one of the two sees the other's flag.
#[orderings]
fn one_sees_the_other() {
    let (one, two) = (AtomicBool::new(false), AtomicBool::new(false));
    let (sees_two, sees_one) = thread::scope(|scope| {
        let other = scope.spawn(|| raise(&two, &one));
        (raise(&one, &two), other.join().unwrap())
    });
    assert!(sees_one || sees_two, "each thread raised its flag, and neither saw the other's");
}
