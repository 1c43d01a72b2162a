// right: each value has a read-write lock of its own; the map is locked only to find it

use std::collections::HashMap;
use std::hash::Hash;
use std::mem;
use std::sync::{Arc, Mutex, RwLock};

pub struct Directory<K, V> {
    entries: Mutex<HashMap<K, Arc<RwLock<V>>>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: Mutex::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = Arc::clone(self.entries.lock().unwrap().get(key)?);
        let value = value.read().unwrap();
        Some(f(&value))
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let known = {
            let mut entries = self.entries.lock().unwrap();
            match entries.get(&key) {
                Some(known) => Arc::clone(known),
                None => {
                    entries.insert(key, Arc::new(RwLock::new(value)));
                    return None;
                }
            }
        };
        let mut known = known.write().unwrap();
        Some(mem::replace(&mut *known, value))
    }
}
