// wrong: asks for a second read guard while it has one; a writer that came in between makes it wait for itself
// finding: a_lookup_while_the_value_is_replaced: deadlock

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

    fn contains(&self, key: &K) -> bool {
        self.entries.read().unwrap().contains_key(key)
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let entries = self.entries.read().unwrap();
        if !self.contains(key) {
            return None;
        }
        entries.get(key).map(f)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.write().unwrap().insert(key, value)
    }
}
