//! # Copy on write
//!
//! The store owns the configuration through an `Arc`, and a snapshot is another owner of the same one. A value that
//! several own cannot be changed, so a change needs a copy, unless the store is the only owner. This is exactly what
//! `Arc::make_mut` does.

use std::sync::{Arc, Mutex};

/// A configuration of which everybody can take a snapshot.
///
/// The mutex protects the pointer, not the configuration: it is held for the clone of a pointer, and for an update. An
/// `RwLock` would let readers clone the pointer side by side, but for so short a time it is rarely worth its price.
pub struct Store<C: Clone> {
    config: Mutex<Arc<C>>,
}

impl<C: Clone> Store<C> {
    /// A store with this configuration.
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Arc::new(config)) }
    }

    /// The configuration as it is now.
    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    /// Lets `f` change the configuration, for all snapshots from now on.
    pub fn update(&self, f: impl FnOnce(&mut C)) {
        // One guard from the look at the count to the end of `f`. A snapshot can only be made under the lock, so nobody
        // can become an owner of the value that `f` changes. A copy made before the lock would be a copy of an old
        // configuration by the time it is stored, and the changes in between would be lost.
        let mut config = self.config.lock().unwrap();
        // `get_mut` alone returns `None` as long as there is a snapshot. `make_mut` then puts a clone in the place of
        // the shared value first. The owners of the old one keep it, and the last of them drops it.
        f(Arc::make_mut(&mut config));
    }
}
