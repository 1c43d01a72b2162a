//! # Observers that may go
//!
//! Observers subscribe to a `Subject` and are told what it publishes. Many an observer holds an `Arc` to its subject,
//! because it wants to ask it something. And the subject below holds an `Arc` to each observer.
//! So each keeps the other alive, and nothing is ever dropped. Repair `Subject`.
//!
//! Why it matters: listeners, parent pointers and caches point back to those who own them. Two owners of each other
//! are a leak that no compiler finds: a window that was closed still hears every event, and a service that has run for
//! a week is out of memory. A back-reference that does not own is a `Weak`: it can look whether the value is still there.
//!
//! Whoever calls other people's code must also let go of its locks first. With `Arc` such a call is easy to overlook:
//! where the last `Arc` is dropped, the value's `drop` runs, on that thread and under the locks that it holds.
//!
//! ## What must hold
//!
//! - `subject.subscribe(&observer)` adds an entry for the observer. The subject does not own the observer: when the last
//!   `Arc` elsewhere is gone the observer is dropped, at the latest when the `publish` that is under way returns.
//! - `subject.publish(n)` calls `notify(n)` once for each observer that has subscribed before and is alive, and returns
//!   the number of these calls. The order does not matter. Whether it reaches an observer that subscribes or dies
//!   meanwhile is a matter of luck.
//! - `subject.len()` is the number of entries. The entry of a dead observer is removed at the latest by the next
//!   `publish` that begins after its death. Entries of living observers stay.
//! - `notify` may call `subscribe`, `publish` and `len` of the same subject. So may the `drop` of an observer, wherever
//!   it runs.
//! - Any number of threads may use the subject at the same time.
//! - Nobody subscribes the same observer twice. `notify` does not panic.
//!
//! How `Subject` keeps the entries is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::sync::{Arc, Mutex};

/// Somebody who wants to be told.
pub trait Observer: Send + Sync {
    /// Tells it what was published.
    fn notify(&self, n: u32);
}

/// Tells its observers what is published.
#[derive(Default)]
pub struct Subject {
    // TODO: who should own an observer? And what may `publish` not hold while it calls `notify`?
    observers: Mutex<Vec<Arc<dyn Observer>>>,
}

impl Subject {
    /// A subject without observers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry for the observer.
    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::clone(observer));
    }

    /// Tells all observers; returns how many it has told.
    pub fn publish(&self, n: u32) -> usize {
        let observers = self.observers.lock().unwrap();
        for observer in observers.iter() {
            observer.notify(n);
        }
        observers.len()
    }

    /// How many entries there are.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }
}
