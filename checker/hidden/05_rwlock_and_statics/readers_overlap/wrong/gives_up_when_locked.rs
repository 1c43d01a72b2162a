// wrong: uses try_read so as not to wait, and says that there is no value when a writer is at work
// finding: a_lookup_while_the_value_is_replaced: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::RwLock;

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let entries = self.entries.try_read().ok()?;
        entries.get(key).map(f)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.write().unwrap().insert(key, value)
    }
}
