// right: the time that is left, if any, decides between another turn and giving up

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        match (items.pop_front(), deadline.checked_duration_since(Instant::now())) {
            (Some(item), _) => return Some(item),
            (None, None) => return None,
            (None, Some(left)) => items = cv.wait_timeout(items, left).unwrap().0,
        }
    }
}
