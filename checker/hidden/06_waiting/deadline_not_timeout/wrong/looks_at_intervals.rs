// wrong: keeps the deadline, but looks once in a millisecond
// finding: a_waiting_thread_sleeps: livelock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        if Instant::now() >= deadline {
            return None;
        }
        items = cv.wait_timeout(items, Duration::from_millis(1)).unwrap().0;
    }
}
