// wrong: sleeps until the deadline, and looks then
// finding: an_item_comes_in_time: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let _ = cv;
    if let Some(item) = q.lock().unwrap().pop_front() {
        return Some(item);
    }
    thread::sleep(deadline.saturating_duration_since(Instant::now()));
    q.lock().unwrap().pop_front()
}
