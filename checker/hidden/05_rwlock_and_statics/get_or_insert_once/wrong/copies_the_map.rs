// wrong: puts a changed copy of the map in its place, but copies the map it has read first: other keys get lost
// finding: two_threads_ask_for_two_keys: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, RwLock};

type Values<K, V> = HashMap<Arc<K>, Arc<V>>;

pub struct Cache<K, V> {
    values: RwLock<Arc<Values<K, V>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { values: RwLock::new(Arc::new(HashMap::new())) }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let before = Arc::clone(&self.values.read().unwrap());
        if let Some(value) = before.get(&key) {
            return Arc::clone(value);
        }
        let mut current = self.values.write().unwrap();
        if let Some(value) = current.get(&key) {
            return Arc::clone(value);
        }
        let value = Arc::new(make());
        let mut changed = Values::clone(&before);
        changed.insert(Arc::new(key), Arc::clone(&value));
        *current = Arc::new(changed);
        value
    }
}
