// wrong: takes all entries out while it changes them, so that nobody finds the others meanwhile
// finding: a_lookup_while_another_key_is_inserted: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::mem;
use std::sync::{Mutex, RwLock};

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
    changing: Mutex<()>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()), changing: Mutex::new(()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        self.entries.read().unwrap().get(key).map(f)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let _changing = self.changing.lock().unwrap();
        if let Some(known) = self.entries.write().unwrap().get_mut(&key) {
            return Some(mem::replace(known, value));
        }
        let mut entries = mem::take(&mut *self.entries.write().unwrap());
        let old = entries.insert(key, value);
        *self.entries.write().unwrap() = entries;
        old
    }
}
