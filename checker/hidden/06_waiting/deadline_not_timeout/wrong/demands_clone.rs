// wrong: looks at a clone of the first item, and takes it out afterwards
// finding: compile: interface

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T: Clone>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        if let Some(item) = items.front().cloned() {
            items.pop_front();
            return Some(item);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        items = cv.wait_timeout(items, left).unwrap().0;
    }
}
