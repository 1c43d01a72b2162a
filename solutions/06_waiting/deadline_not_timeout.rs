//! # A deadline is not a timeout
//!
//! The deadline is a moment and stays where it is; what is left until then gets less with each turn. So each turn asks
//! the clock anew. And the queue has the last word: it is looked at after every sleep, whatever has ended it.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

/// The first item of the queue, or `None` if there is none by the deadline.
///
/// It takes a moment and not a duration: a caller who does three things by the same deadline hands it on, and need not
/// reckon what the first two have left.
pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    loop {
        // The queue comes before the clock: an item that is there is returned, late or not.
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        // With the lock in hand: what it took to get it is gone from the time, too. Zero if the deadline has passed.
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        // Whether this timed out does not matter. If it did, the next turn finds an item or no time left; and if it
        // did not, that says nothing about items. `wait_timeout_while(items, left, |items| items.is_empty())` makes
        // the same turns by itself, reckons the rest anew, and looks once more when time is up.
        items = cv.wait_timeout(items, left).unwrap().0;
    }
}
