// wrong: no copy any more, but the mutex is held while `f` runs
// finding: two_lookups_of_one_key_at_the_same_time: deadlock

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;

pub struct Directory<K, V> {
    entries: Mutex<HashMap<K, V>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: Mutex::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        self.entries.lock().unwrap().get(key).map(f) //~ lock
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.lock().unwrap().insert(key, value)
    }
}
