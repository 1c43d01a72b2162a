//! Hidden tests of `lost_wakeup`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use exercise::Event;

/// One thread waits while another sets the event: the waiting thread goes on, whatever the order of their steps.
#[schedules]
fn a_waiting_thread_goes_on_after_set() {
    let event = Arc::new(Event::new());
    let waiter = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    };
    event.set();
    waiter.join().unwrap();
}

/// `wait` returns only after `set` was called, also when the thread wakes up without a notification.
#[schedules]
fn wait_does_not_return_before_set() {
    let event = Arc::new(Event::new());
    let set_was_called = Arc::new(AtomicBool::new(false));
    let waiter = {
        let (event, set_was_called) = (Arc::clone(&event), Arc::clone(&set_was_called));
        thread::spawn(move || {
            event.wait();
            assert!(set_was_called.load(Ordering::SeqCst), "`wait` returned before `set` was called");
            assert!(event.is_set(), "`is_set` said false after `wait` had returned");
        })
    };
    set_was_called.store(true, Ordering::SeqCst);
    event.set();
    waiter.join().unwrap();
}

/// Two threads wait: one `set` lets both go on.
#[schedules]
fn one_set_is_enough_for_all() {
    let event = Arc::new(Event::new());
    let waiters = [(); 2].map(|()| {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    });
    event.set();
    for waiter in waiters {
        waiter.join().unwrap();
    }
}

/// An event that is set stays set: each later `wait` returns at once, on every thread.
#[schedules]
fn an_event_stays_set() {
    let event = Arc::new(Event::new());
    assert!(!event.is_set(), "`is_set` said true before `set` was called");
    event.set();
    assert!(event.is_set(), "`is_set` said false after `set` had returned");
    event.wait();
    event.wait();
    let late = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    };
    event.set();
    late.join().unwrap();
    assert!(event.is_set(), "`is_set` said false after `set` and `wait` had returned");
    assert!(!Event::new().is_set(), "a new event is set: another one was set before");
}

/// Two threads set the event at the same time, while a third waits: it goes on.
#[schedules]
fn two_threads_may_set() {
    let event = Arc::new(Event::new());
    let setter = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.set())
    };
    let waiter = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    };
    event.set();
    assert!(event.is_set(), "another thread was in `set`, and after this one had returned `is_set` said false");
    setter.join().unwrap();
    waiter.join().unwrap();
}

/// A thread that waits sleeps: as long as nobody sets the event, it does nothing at all.
#[schedules]
fn a_waiting_thread_sleeps() {
    let event = Arc::new(Event::new());
    let waiter = {
        let event = Arc::clone(&event);
        thread::spawn(move || event.wait())
    };
    harness::settle("`wait` spins: it looks again and again whether the event is set, instead of sleeping");
    event.set();
    waiter.join().unwrap();
}
