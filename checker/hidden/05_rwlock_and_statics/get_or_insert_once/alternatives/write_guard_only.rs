// right: always the write guard; simpler, but readers wait for each other

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
        let mut values = self.values.write().unwrap();
        if !values.contains_key(&key) {
            let value = Arc::new(make());
            values.insert(key, Arc::clone(&value));
            return value;
        }
        Arc::clone(&values[&key])
    }
}
