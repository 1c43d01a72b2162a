// wrong: decides with a read guard whether the key is new, and acts with a write guard taken later
// finding: two_inserts_for_one_key: wrong_result

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
        let is_new = !self.entries.read().unwrap().contains_key(&key);
        let old = self.entries.write().unwrap().insert(key, value);
        if is_new { None } else { old }
    }
}
