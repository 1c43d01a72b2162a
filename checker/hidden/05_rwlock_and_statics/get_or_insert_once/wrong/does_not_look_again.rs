// wrong: lets go of the read guard, and does not look again under the write guard
// finding: two_threads_ask_for_one_key: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, RwLock};

pub struct Cache<K, V> {
    values: RwLock<HashMap<K, Arc<V>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { values: RwLock::new(HashMap::new()) }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let known = self.values.read().unwrap().get(&key).cloned();
        if let Some(value) = known {
            return value;
        }
        let value = Arc::new(make());
        self.values.write().unwrap().insert(key, Arc::clone(&value));
        value
    }
}
