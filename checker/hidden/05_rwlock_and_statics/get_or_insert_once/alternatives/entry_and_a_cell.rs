// right: the entry of the map is a write-once cell, initialised outside the lock

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock};

pub struct Cache<K, V> {
    m: Mutex<HashMap<K, Arc<OnceLock<Arc<V>>>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { m: Mutex::default() }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let slot = self.m.lock().unwrap().entry(key).or_default().clone();
        slot.get_or_init(|| Arc::new(make())).clone()
    }
}
