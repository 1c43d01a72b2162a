// wrong: the lock is the right one, but the value is still copied, which not every type can do
// finding: compile: interface

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::RwLock;

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
}

impl<K: Eq + Hash, V: Clone> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = self.entries.read().unwrap().get(key)?.clone();
        Some(f(&value))
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.write().unwrap().insert(key, value)
    }
}
