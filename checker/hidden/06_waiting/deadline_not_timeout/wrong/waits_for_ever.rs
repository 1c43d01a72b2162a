// wrong: waits for a notification, whatever the time
// finding: nothing_comes: deadlock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        if Instant::now() >= deadline {
            return None;
        }
        items = cv.wait(items).unwrap();
    }
}
