// right: the lock is held only to find or make the key's OnceLock; who wants another key does not wait for `make`

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock};

type Slot<V> = Arc<OnceLock<Arc<V>>>;

pub struct Cache<K, V> {
    slots: Mutex<HashMap<K, Slot<V>>>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { slots: Mutex::new(HashMap::new()) }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let slot = Arc::clone(self.slots.lock().unwrap().entry(key).or_default());
        Arc::clone(slot.get_or_init(|| Arc::new(make())))
    }
}
