// wrong: counts in whole milliseconds, and takes less than one for nothing
// finding: nothing_comes: wrong_result

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
        if left.as_millis() == 0 {
            return None;
        }
        items = cv.wait_timeout(items, left).unwrap().0;
    }
}
