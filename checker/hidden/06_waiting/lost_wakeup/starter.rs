//! # An event that is never missed
//!
//! `Event` lets threads wait until something has happened. The code below works nearly always. Now and then a thread
//! sleeps for ever, although the event was set. Find out between which two steps the notification gets lost, and
//! close the gap.
//!
//! Why it matters: a notification is not remembered. `notify_all` wakes the threads that wait at that moment and nobody
//! else. A thread that has looked at the flag but does not wait yet misses it. In production that is the service that
//! hangs once a month, and never under a debugger.
//!
//! ## What must hold
//!
//! - `Event::new()` makes an event that is not set.
//! - `event.set()` sets it. An event stays set; setting it again changes nothing.
//! - `event.wait()` returns once the event is set, at once if it is set already. It never returns earlier, also when
//!   the thread wakes up without having been notified. Any number of threads may wait, and one `set` is enough for all.
//! - `event.is_set()` says whether the event is set. After `set` or `wait` has returned it says `true`.
//! - A thread that waits sleeps. It does not look again and again whether the event is set, and it does not count on a
//!   timeout to look again.
//!
//! An `Event` is shared by reference between threads. How it works inside is up to you.
//!
//! Work at the `// TODO`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

/// Something that happens once, and that threads can wait for.
pub struct Event {
    set: AtomicBool,
    mutex: Mutex<()>,
    changed: Condvar,
}

impl Event {
    /// An event that is not set.
    pub fn new() -> Self {
        Event { set: AtomicBool::new(false), mutex: Mutex::new(()), changed: Condvar::new() }
    }

    /// Sets the event and wakes everybody who waits for it.
    pub fn set(&self) {
        // TODO: what happens if another thread is between its look at `set` and its `wait` right now?
        self.set.store(true, Ordering::SeqCst);
        self.changed.notify_all();
    }

    /// Sleeps until the event is set.
    pub fn wait(&self) {
        while !self.is_set() {
            let guard = self.mutex.lock().unwrap();
            drop(self.changed.wait(guard).unwrap());
        }
    }

    /// Whether the event is set.
    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::SeqCst)
    }
}
