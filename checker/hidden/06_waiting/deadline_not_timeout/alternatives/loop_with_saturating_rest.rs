// right: a loop that waits for the rest, and looks once more when time is up

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    while items.is_empty() {
        let (guard, result) = cv.wait_timeout(items, deadline.saturating_duration_since(Instant::now())).unwrap();
        items = guard;
        if result.timed_out() {
            break;
        }
    }
    items.pop_front()
}
