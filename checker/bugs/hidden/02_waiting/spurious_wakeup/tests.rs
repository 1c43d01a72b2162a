//! One item, handed from one thread to another.

use std::thread;

use exercise::Slot;

/// One thread takes while another puts: nobody competes for the item.
#[schedules]
fn one_consumer_gets_the_item() {
    let slot = Slot::default();
    let item = thread::scope(|scope| {
        scope.spawn(|| slot.put(5));
        slot.take()
    });
    assert_eq!(item, 5, "`take` returned something else than what was put there");
}
