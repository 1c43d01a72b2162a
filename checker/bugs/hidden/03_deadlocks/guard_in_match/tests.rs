//! A queue that puts things back into itself.

use exercise::Queue;

/// A number is taken out, and the next lower one put in.
#[schedules]
fn a_number_goes_back_in() {
    let queue = Queue::default();
    queue.push(3);
    queue.count_down();
    assert_eq!(queue.len(), 1, "after `push(3)` and `count_down()` the queue does not hold one number");
}
