//! # Readers overlap
//!
//! An `RwLock` lets in any number of readers, or one writer. A read guard gives `&T`, and many threads may have a `&T`
//! at the same time: the compiler asks for `V: Sync` when the directory is shared, and that is all there is to it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::RwLock;

/// Values by key, for many readers.
///
/// One lock for the whole map. A lock for each value, or one for each of several smaller maps, would also let a writer
/// in while somebody reads another key. That is worth its trouble only if a measurement shows that threads wait here.
#[derive(Debug)]
pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
}

impl<K, V> Default for Directory<K, V> {
    // Not derived: `derive` would demand that keys and values have defaults as well.
    fn default() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }
}

impl<K: Eq + Hash, V> Directory<K, V> {
    /// A directory without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets `f` look at the value of the key.
    ///
    /// A closure, because a reference to the value cannot outlive the guard. Returning the guard itself would work as
    /// well, but then the caller decides how long writers wait, and easily forgets that it does.
    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        // The guard has a name, so it lives until `f` has returned. It is taken once: asking for it a second time on
        // the same thread may wait for a writer who waits for the first.
        let entries = self.entries.read().unwrap();
        entries.get(key).map(f)
    }

    /// Stores the value and returns the one before.
    pub fn insert(&self, key: K, value: V) -> Option<V> {
        // The writer is alone, so nobody looks at the old value, and it can be handed out.
        self.entries.write().unwrap().insert(key, value)
    }
}
