//! Threads that send to a channel until it ends.

use exercise::sum;

/// Two threads send a number each.
#[schedules]
fn the_channel_ends() {
    assert_eq!(sum(vec![1, 2]), 3, "`sum(vec![1, 2])` is not 3");
}
