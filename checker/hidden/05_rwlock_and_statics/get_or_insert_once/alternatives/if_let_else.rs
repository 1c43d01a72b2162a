// right: since the edition of 2024 the guard in the head of an `if let` is gone in its `else`

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
        if let Some(value) = self.values.read().unwrap().get(&key) {
            value.clone()
        } else {
            self.values.write().unwrap().entry(key).or_insert_with(|| Arc::new(make())).clone()
        }
    }
}
