// wrong: takes the lock, looks at the queue and at the clock, and begins again
// finding: a_waiting_thread_sleeps: livelock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let _ = cv;
    loop {
        if let Some(item) = q.lock().unwrap().pop_front() {
            return Some(item);
        }
        if Instant::now() >= deadline {
            return None;
        }
    }
}
