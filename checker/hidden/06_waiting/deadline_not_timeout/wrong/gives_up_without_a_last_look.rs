// wrong: takes it that nothing has come because time is up
// finding: an_item_comes_together_with_the_end_of_the_time: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        let (guard, result) = cv.wait_timeout(items, left).unwrap();
        if result.timed_out() {
            return None;
        }
        items = guard;
    }
}
