//! A place for one item, with threads that wait until it is empty and threads that wait until it is full.

use std::thread;

use exercise::Slot;

/// One thread puts two items there, two threads take one each.
#[schedules]
fn every_item_is_taken() {
    let slot = Slot::default();
    let sum = thread::scope(|scope| {
        let consumers = [(); 2].map(|()| scope.spawn(|| slot.take()));
        slot.put(1);
        slot.put(2);
        consumers.map(|consumer| consumer.join().unwrap()).iter().sum::<u32>()
    });
    assert_eq!(sum, 3, "the two consumers did not get one item each");
}
