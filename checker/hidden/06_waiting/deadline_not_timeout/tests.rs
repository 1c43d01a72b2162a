//! Hidden tests of `deadline_not_timeout`.

use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use exercise::pop_before;

const SPINS: &str =
    "`pop_before` spins: it looks again and again instead of sleeping until it is notified or time is up";

/// A queue of numbers, which the model can show.
#[derive(Default)]
struct Queue {
    items: Mutex<VecDeque<u32>>,
    news: Condvar,
}

impl Queue {
    fn push(&self, item: u32) {
        self.items.lock().unwrap().push_back(item);
    }

    /// Pushes an item, and tells whether it was there before the deadline.
    fn push_before(&self, item: u32, deadline: Instant) -> bool {
        let mut items = self.items.lock().unwrap();
        items.push_back(item);
        Instant::now() < deadline
    }
}

fn milliseconds(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// A thread that pops before the deadline. If it gets nothing, it makes sure that the deadline has passed.
fn popper(queue: &Arc<Queue>, deadline: Instant) -> JoinHandle<Option<u32>> {
    let queue = Arc::clone(queue);
    thread::spawn(move || {
        let item = pop_before(&queue.items, &queue.news, deadline);
        if item.is_none() && Instant::now() < deadline {
            harness::fail("`pop_before` returned `None` before the deadline");
        }
        item
    })
}

/// An item lies in the queue: it is returned, before the deadline as well as after it.
#[schedules]
fn an_item_that_is_there_is_returned() {
    let queue = Queue::default();
    let now = Instant::now();
    queue.push(1);
    queue.push(2);
    let first = pop_before(&queue.items, &queue.news, now + milliseconds(10));
    assert_eq!(first, Some(1), "`pop_before` did not return the first of two items that were there");
    thread::sleep(milliseconds(20));
    let second = pop_before(&queue.items, &queue.news, now + milliseconds(10));
    assert_eq!(second, Some(2), "the deadline has passed, and `pop_before` did not return the item that was there");
    let nothing = pop_before(&queue.items, &queue.news, now + milliseconds(10));
    assert_eq!(nothing, None, "`pop_before` returned an item of an empty queue");
}

/// The items borrow, cannot be cloned, and belong to one thread.
#[schedules]
fn items_can_be_of_any_type() {
    let number = Cell::new(1);
    struct Letter<'a>(&'a Cell<u32>);
    let items = Mutex::new(VecDeque::from([Letter(&number)]));
    let Some(letter) = pop_before(&items, &Condvar::new(), Instant::now()) else {
        panic!("`pop_before` did not return the item that was there");
    };
    assert_eq!(letter.0.get(), 1, "`pop_before` returned another item than the one that was there");
}

/// The time is half a millisecond. Nothing comes, and nobody notifies: `None`, and not before the deadline.
#[schedules]
fn nothing_comes() {
    let queue = Arc::new(Queue::default());
    let item = popper(&queue, Instant::now() + Duration::from_micros(500)).join().unwrap();
    assert_eq!(item, None, "`pop_before` returned an item of an empty queue");
}

/// The deadline is 400 years away, and nothing comes: until then the thread does nothing at all.
#[schedules]
fn a_waiting_thread_sleeps() {
    let queue = Arc::new(Queue::default());
    let years = 400 * 365 * 24 * 3600;
    let popper = popper(&queue, Instant::now() + Duration::from_secs(years));
    harness::settle(SPINS);
    popper.join().unwrap();
}

/// A thread waits for an item, one is pushed, and a notification sent: it is returned.
#[schedules]
fn an_item_comes_in_time() {
    let queue = Arc::new(Queue::default());
    let popper = popper(&queue, Instant::now() + milliseconds(10));
    harness::all_asleep(SPINS);
    queue.push(1);
    queue.news.notify_one();
    harness::all_asleep(SPINS);
    if !popper.is_finished() {
        harness::fail("an item came, with a notification, and `pop_before` sleeps on");
    }
}

/// The time is 10 ms. Meanwhile an item comes, it may be in the very moment when time is up: it is returned.
#[schedules]
fn an_item_comes_together_with_the_end_of_the_time() {
    let queue = Arc::new(Queue::default());
    let deadline = Instant::now() + milliseconds(10);
    let popper = popper(&queue, deadline);
    harness::all_asleep(SPINS);
    let in_time = queue.push_before(1, deadline);
    queue.news.notify_one();
    let item = popper.join().unwrap();
    assert!(
        item == Some(1) || !in_time,
        "an item was there before the deadline, and `pop_before` returned `None` without a last look"
    );
}

/// The time is 12 ms. Every 5 ms somebody notifies, and there never is an item: after 15 ms it has given up.
#[schedules]
fn notifications_do_not_put_the_deadline_off() {
    let queue = Arc::new(Queue::default());
    let popper = popper(&queue, Instant::now() + milliseconds(12));
    for _ in 0..3 {
        harness::all_asleep(SPINS);
        thread::sleep(milliseconds(5));
        queue.news.notify_all();
    }
    harness::all_asleep(SPINS);
    if !popper.is_finished() {
        harness::fail("the deadline has passed, and `pop_before` went to sleep again: a notification put it off");
    }
}

/// Two threads wait for at most 10 ms, one item comes, both are woken: one gets it, the other waits for its deadline.
#[schedules]
fn one_item_for_two() {
    let queue = Arc::new(Queue::default());
    let deadline = Instant::now() + milliseconds(10);
    let poppers = [popper(&queue, deadline), popper(&queue, deadline)];
    let in_time = queue.push_before(1, deadline);
    queue.news.notify_all();
    let mut items = poppers.map(|popper| popper.join().unwrap());
    items.sort();
    assert!(
        items == [None, Some(1)] || !in_time,
        "two threads waited for the one item that came before the deadline, and none of them got it"
    );
}

/// Somebody holds the lock until the deadline has passed, and leaves the queue empty: `pop_before` does not wait then.
#[schedules]
fn the_lock_comes_late() {
    let queue = Arc::new(Queue::default());
    let items = queue.items.lock().unwrap();
    let popper = popper(&queue, Instant::now() + milliseconds(10));
    harness::all_asleep(SPINS);
    thread::sleep(milliseconds(20));
    drop(items);
    harness::all_asleep(SPINS);
    if !popper.is_finished() {
        harness::fail("`pop_before` got the lock only after the deadline, and then it went to sleep");
    }
}
