// wrong: takes the old value out under one lock and puts the new one in under another
// finding: a_lookup_while_the_value_is_replaced: wrong_result

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
        let old = self.entries.write().unwrap().remove(&key);
        self.entries.write().unwrap().insert(key, value);
        old
    }
}
