// right: one turn, and the rest by recursion; the lock is given back in between

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let items = q.lock().unwrap();
    let now = Instant::now();
    if now >= deadline || !items.is_empty() {
        return { items }.pop_front();
    }
    drop(cv.wait_timeout(items, deadline - now).unwrap());
    pop_before(q, cv, deadline)
}
