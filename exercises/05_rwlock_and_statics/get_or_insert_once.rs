//! # Get or insert, once
//!
//! A `Cache` makes a value when somebody asks for it the first time, and keeps it. The one below looks with a read
//! guard, and if there is no value it takes the write guard and inserts one. Run it: it stands still at the very first
//! call, on a single thread. Find out what it waits for, and repair it. Then think of two threads that ask for the same
//! key.
//!
//! Why it matters: "look, and if it is not there, make it" is in every cache, connection pool and lazy table. Between
//! the look and the act another thread can be faster. If that is forgotten, a costly thing is made twice, or two
//! threads work with two values where there should be one.
//!
//! ## What must hold
//!
//! - `Cache::new()` is empty. `K` can be compared and hashed, and `V` can be any type: nobody can clone them.
//! - `cache.get_or_insert_with(key, make)` returns the value of the key. If there is none it calls `make`, and what
//!   that returns is the value of the key from then on.
//! - For each key `make` is called once in all, whoever asks and whenever. Later calls, and calls at the same time,
//!   drop their `make` without calling it.
//! - Everybody who asks for a key gets the same value: an `Arc` to the same place.
//! - Any number of threads may use the cache at the same time, through a shared `&Cache`. A call may have to wait while
//!   another one is inside its `make`.
//! - `make` does not use the cache. Nobody panics.
//!
//! How `Cache` keeps its values is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, RwLock};

/// Values that are made when they are asked for, once for each key.
pub struct Cache<K, V> {
    values: RwLock<HashMap<K, Arc<V>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    /// A cache without values.
    #[expect(clippy::new_without_default, reason = "nobody asks")]
    pub fn new() -> Self {
        Cache { values: RwLock::new(HashMap::new()) }
    }

    /// The value of the key, which is made now if there is none yet.
    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        // TODO: how long does the read guard live?
        match self.values.read().unwrap().get(&key) {
            Some(value) => Arc::clone(value),
            None => {
                let value = Arc::new(make());
                self.values.write().unwrap().insert(key, Arc::clone(&value));
                value
            }
        }
    }
}
