//! A queue whose consumers wait for items.

use std::thread;

use exercise::Queue;

/// Two threads pop while a third pushes two items.
#[schedules]
fn two_consumers_get_one_item_each() {
    let queue = Queue::default();
    let sum = thread::scope(|scope| {
        let consumers = [(); 2].map(|()| scope.spawn(|| queue.pop()));
        queue.push(1);
        queue.push(2);
        consumers.map(|consumer| consumer.join().unwrap()).iter().sum::<u32>()
    });
    assert_eq!(sum, 3, "the two consumers did not get one item each");
}
