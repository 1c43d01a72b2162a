//! # A deadline is not a timeout
//!
//! A thread wants the next item of a queue, but not at any price: at the deadline it gives up. The code below works
//! out how long that is, and waits so long for a notification. If one comes and there is no item for it, it waits
//! again. Find out how late it can be in the end, and make it keep its deadline.
//!
//! Why it matters: "answer within 200 ms" is a promise about a moment, and it is broken by code that starts the time
//! anew with each wakeup: on a busy queue it never gives up. And the other half: a caller who is told that nothing
//! came, while the item lies there, sends the request a second time.
//!
//! ## What must hold
//!
//! - The queue is shared: others push items while they hold `q`, and notify `cv` then or later. They may notify
//!   although there is no item, several threads may wait, and threads may wake up although nobody has notified them.
//! - `pop_before(q, cv, deadline)` takes the first item out and returns it, as soon as there is one.
//! - An item that is there is returned, also if the deadline has passed, and also if time ran out while it came.
//! - `None` means that the queue was empty when it was looked at after the deadline. So it never comes before the
//!   deadline.
//! - Once the deadline has passed, the function waits for nothing but the lock `q`. However many notifications come,
//!   they do not put the deadline off.
//! - A thread that waits sleeps until it is notified or time is up. It does not look again and again.
//!
//! The clock of the hidden tests goes as fast as the test likes: it makes 12 ms of it in no time, and 400 years.
//!
//! Work at the `// TODO`.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

/// The first item of the queue, or `None` if there is none by the deadline.
pub fn pop_before<T>(q: &Mutex<VecDeque<T>>, cv: &Condvar, deadline: Instant) -> Option<T> {
    let mut items = q.lock().unwrap();
    let time = deadline.saturating_duration_since(Instant::now());
    loop {
        if let Some(item) = items.pop_front() {
            return Some(item);
        }
        // TODO: how much time is left when this is not the first turn?
        let (guard, result) = cv.wait_timeout(items, time).unwrap();
        items = guard;
        if result.timed_out() {
            return items.pop_front();
        }
    }
}
