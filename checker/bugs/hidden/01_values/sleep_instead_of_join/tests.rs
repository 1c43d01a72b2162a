//! Threads that count themselves.

use exercise::count;

/// Two threads count.
#[schedules]
fn every_thread_counts() {
    assert_eq!(count(2), 2, "`count(2)` returned before both threads had counted");
}
