// wrong: waits once, and takes what is there then
// finding: notifications_do_not_put_the_deadline_off: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    if items.is_empty() {
        let left = deadline.saturating_duration_since(Instant::now());
        items = cv.wait_timeout(items, left).unwrap().0;
    }
    items.pop_front()
}
