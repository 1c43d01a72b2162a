// wrong: `entry().or_insert()` leaves the value that is there
// finding: what_was_inserted_is_found: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::RwLock;

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        self.entries.read().unwrap().get(key).map(f)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.write().unwrap().entry(key).or_insert(value);
        None
    }
}
