// wrong: keeps the read guard and tries to get the write guard besides, again and again
// finding: the_second_call_gets_the_value_of_the_first: livelock

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
        let values = self.values.read().unwrap();
        if let Some(value) = values.get(&key) {
            return Arc::clone(value);
        }
        loop {
            if let Ok(mut values) = self.values.try_write() {
                return Arc::clone(values.entry(key).or_insert_with(|| Arc::new(make())));
            }
        }
    }
}
