// wrong: the map lets readers in together, but each value has a mutex of its own
// finding: two_lookups_of_one_key_at_the_same_time: deadlock

use std::collections::HashMap;
use std::hash::Hash;
use std::mem;
use std::sync::{Mutex, RwLock};

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, Mutex<V>>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let entries = self.entries.read().unwrap();
        let value = entries.get(key)?.lock().unwrap();
        Some(f(&value))
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let mut entries = self.entries.write().unwrap();
        match entries.get_mut(&key) {
            Some(slot) => Some(mem::replace(slot.get_mut().unwrap(), value)),
            None => {
                entries.insert(key, Mutex::new(value));
                None
            }
        }
    }
}
