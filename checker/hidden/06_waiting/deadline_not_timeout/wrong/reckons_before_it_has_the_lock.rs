// wrong: reckons the time, and then waits for the lock, which may take longer than all of it
// finding: the_lock_comes_late: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let left = deadline.saturating_duration_since(Instant::now());
    let items = q.lock().unwrap();
    let (mut items, _) = cv.wait_timeout_while(items, left, |items| items.is_empty()).unwrap();
    items.pop_front()
}
