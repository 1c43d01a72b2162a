// wrong: gives up as soon as the deadline has passed, without a look at the queue
// finding: an_item_that_is_there_is_returned: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        let left = deadline.checked_duration_since(Instant::now())?;
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        items = cv.wait_timeout(items, left).unwrap().0;
    }
}
