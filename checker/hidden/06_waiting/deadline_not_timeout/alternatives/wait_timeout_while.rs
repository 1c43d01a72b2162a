// right: `wait_timeout_while` reckons the rest by itself

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let items = q.lock().unwrap();
    let left = deadline.saturating_duration_since(Instant::now());
    let (mut items, _) = cv.wait_timeout_while(items, left, |items| items.is_empty()).unwrap();
    items.pop_front()
}
