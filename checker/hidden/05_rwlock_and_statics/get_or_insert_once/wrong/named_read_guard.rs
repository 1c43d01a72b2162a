// wrong: a read guard with a name, alive to the end of the function
// finding: the_second_call_gets_the_value_of_the_first: deadlock

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
        let values = self.values.read().unwrap(); //~ read
        if let Some(value) = values.get(&key) {
            return Arc::clone(value);
        }
        let value = Arc::new(make());
        self.values.write().unwrap().insert(key, Arc::clone(&value)); //~ write
        value
    }
}
