//! # Get or insert, once
//!
//! A read guard cannot become a write guard: if two readers waited for that at the same time, each would wait for the
//! other to leave. So the read guard is dropped first. Then there is a moment without any guard, and whatever was seen
//! before it has to be looked at again after it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, RwLock};

/// Values that are made when they are asked for, once for each key.
///
/// A thread that makes a value keeps everybody out meanwhile. If `make` is slow and the keys are many, let the map hold
/// an `Arc<OnceLock<Arc<V>>>` for each key: then only those wait who want the same key.
#[derive(Debug)]
pub struct Cache<K, V> {
    values: RwLock<HashMap<K, Arc<V>>>,
}

impl<K, V> Default for Cache<K, V> {
    // Not derived: `derive` would demand that keys and values have defaults as well.
    fn default() -> Self {
        Cache { values: RwLock::new(HashMap::new()) }
    }
}

impl<K: Eq + Hash, V> Cache<K, V> {
    /// A cache without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of the key, which is made now if there is none yet.
    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        // The frequent case: the value is there, and readers do not keep each other out. `get` is a function of its
        // own, so that its guard is gone when it returns. In the head of a `match` the guard would live through all
        // arms.
        if let Some(value) = self.get(&key) {
            return value;
        }
        // Another thread may have inserted the key since. `entry` looks again, and this time under the guard under
        // which the value is inserted. Whoever comes second gets the value of the first, and does not call `make`.
        let mut values = self.values.write().unwrap();
        Arc::clone(values.entry(key).or_insert_with(|| Arc::new(make())))
    }

    fn get(&self, key: &K) -> Option<Arc<V>> {
        self.values.read().unwrap().get(key).cloned()
    }
}
