// wrong: a second lock lets one thread at a time change from reading to writing, but the other reader does not leave
// finding: two_threads_ask_for_one_key: deadlock

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, RwLock};

pub struct Cache<K, V> {
    values: RwLock<HashMap<K, Arc<V>>>,
    upgrade: Mutex<()>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { values: RwLock::new(HashMap::new()), upgrade: Mutex::new(()) }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let values = self.values.read().unwrap();
        if let Some(value) = values.get(&key) {
            return Arc::clone(value);
        }
        let _upgrade = self.upgrade.lock().unwrap();
        drop(values);
        let mut values = self.values.write().unwrap();
        Arc::clone(values.entry(key).or_insert_with(|| Arc::new(make())))
    }
}
