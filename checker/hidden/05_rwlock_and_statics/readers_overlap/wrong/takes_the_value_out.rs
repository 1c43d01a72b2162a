// wrong: takes the entry out of the map while `f` looks at it, so that nobody else finds it
// finding: two_lookups_of_one_key_at_the_same_time: wrong_result

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
        let (key, value) = self.entries.lock().unwrap().remove_entry(key)?;
        let result = f(&value);
        self.entries.lock().unwrap().insert(key, value);
        Some(result)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.lock().unwrap().insert(key, value)
    }
}
