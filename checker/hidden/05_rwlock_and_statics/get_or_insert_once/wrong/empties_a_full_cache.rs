// wrong: empties the cache when it holds 64 values
// finding: many_keys_keep_their_values: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};

pub struct Cache<K, V> {
    values: Mutex<HashMap<K, Arc<V>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { values: Mutex::new(HashMap::new()) }
    }
    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut v = self.values.lock().unwrap();
        if v.len() >= 64 && !v.contains_key(&key) {
            v.clear();
        }
        v.entry(key).or_insert_with(|| Arc::new(make())).clone()
    }
}
