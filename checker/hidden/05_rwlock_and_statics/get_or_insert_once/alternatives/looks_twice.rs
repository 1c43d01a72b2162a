// right: one look with a read guard in a `let`, a second one with the write guard, no entry API

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
        let known = self.values.read().unwrap().get(&key).map(Arc::clone);
        match known {
            Some(value) => value,
            None => {
                let mut values = self.values.write().unwrap();
                if let Some(value) = values.get(&key) {
                    return value.clone();
                }
                let value = Arc::new(make());
                values.insert(key, value.clone());
                value
            }
        }
    }
}
