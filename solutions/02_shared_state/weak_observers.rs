//! # Observers that may go
//!
//! An observer may own its subject, so the subject must not own its observers: it keeps a `Weak` for each. To call one,
//! it becomes an owner for the time of the call. And it calls nobody, and drops no owner, while it holds its lock.

use std::sync::{Arc, Mutex, Weak};

/// Somebody who wants to be told.
pub trait Observer: Send + Sync {
    /// Tells it what was published.
    fn notify(&self, n: u32);
}

/// Tells its observers what is published.
#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Weak<dyn Observer>>>,
}

impl Subject {
    /// A subject without observers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry for the observer, which stays the property of others.
    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::downgrade(observer));
    }

    /// Tells all observers that are alive, and forgets the others; returns how many it has told.
    pub fn publish(&self, n: u32) -> usize {
        let mut alive = Vec::new();
        // Under the lock: look who is alive, and nothing else. `upgrade` answers that and keeps the observer alive in
        // one step; to ask for the count first and upgrade later would be two. Every `Arc` made here goes into `alive`,
        // because one that is dropped here could be the last, and then the observer's `drop` would run under the lock.
        // `retain(|entry| entry.upgrade().is_some())` has just this fault: it drops what it gets.
        self.observers.lock().unwrap().retain(|entry| {
            let observer = entry.upgrade();
            let is_alive = observer.is_some();
            alive.extend(observer);
            is_alive
        });
        // The guard is gone. Whoever is called from here may come back to this subject.
        for observer in &alive {
            observer.notify(n);
        }
        alive.len()
        // Here `alive` is dropped, and with it perhaps the last owner of an observer.
    }

    /// How many entries there are.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }
}
