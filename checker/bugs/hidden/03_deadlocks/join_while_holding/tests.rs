//! Threads that add to a total.

use exercise::sum;

/// Two threads add a number each.
#[schedules]
fn the_sum_comes_out() {
    assert_eq!(sum(&[1, 2]), 3, "`sum(&[1, 2])` is not 3");
}
