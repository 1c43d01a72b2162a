use std::sync::Arc;
use std::thread;

use exercise::SpinLock;
use harness::RaceProbe;

/// What one thread writes under the lock the next one sees.
#[orderings]
fn the_lock_orders_what_it_protects() {
    let lock = Arc::new(SpinLock::new(RaceProbe::new(0)));
    let other = {
        let lock = Arc::clone(&lock);
        thread::spawn(move || lock.with(|probe| probe.write(1)))
    };
    lock.with(|probe| probe.write(2));
    other.join().unwrap();
    let last = lock.with(|probe| probe.read());
    assert!(last == 1 || last == 2, "after 1 and 2 were written, the lock holds {last}");
}
