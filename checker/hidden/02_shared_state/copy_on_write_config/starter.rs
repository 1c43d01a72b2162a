//! # Copy on write
//!
//! `Store` keeps a configuration that is read all the time and changed now and then. A reader takes a *snapshot*: the
//! configuration of this moment, which stays as it is however long the reader looks at it.
//! The code below gets that right. But each snapshot is a copy of its own, made while everybody else waits.
//! Let readers share one copy, and make another one only when it is needed: when somebody changes the configuration
//! while others still look at the old one.
//!
//! Why it matters: routing tables, feature switches and prices are read a thousand times for each change. Readers who
//! hold a lock while they read make the writer wait; readers who copy pay each time for a change that hardly ever
//! comes. With copy on write a reader pays for a pointer, and nobody waits for a reader.
//!
//! ## What must hold
//!
//! - `Store::new(config)` keeps this configuration.
//! - `store.snapshot()` returns the configuration as it is now. It copies nothing.
//! - `store.update(f)` calls `f` once with the newest configuration. When `update` returns, the change is in the store:
//!   every snapshot from then on has it.
//! - A snapshot that was taken before does not change.
//! - Nobody waits for a reader: `update` and `snapshot` come to an end while others keep their snapshots.
//! - `update` copies the configuration once if somebody still has a snapshot of it. If nobody has, it copies nothing.
//! - An old configuration is dropped together with its last snapshot: the store does not keep it.
//! - Any number of threads may call `snapshot` and `update` at the same time. No change gets lost.
//! - It works for every `C` that is `Clone`. Do not add a bound. `f` does not panic and does not use the store.
//!
//! How `Store` keeps the configuration is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::sync::{Arc, Mutex};

/// A configuration of which everybody can take a snapshot.
pub struct Store<C: Clone> {
    config: Mutex<C>,
}

impl<C: Clone> Store<C> {
    /// A store with this configuration.
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(config) }
    }

    /// The configuration as it is now.
    pub fn snapshot(&self) -> Arc<C> {
        // TODO: every snapshot is another copy. What must the store keep, so that all can have the same one?
        Arc::new(self.config.lock().unwrap().clone())
    }

    /// Lets `f` change the configuration, for all snapshots from now on.
    pub fn update(&self, f: impl FnOnce(&mut C)) {
        f(&mut self.config.lock().unwrap());
    }
}
