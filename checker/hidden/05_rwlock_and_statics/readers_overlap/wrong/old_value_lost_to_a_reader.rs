// wrong: readers own the value and need no lock, but `insert` gives the old one back only if it happens to own it alone
// finding: a_lookup_while_the_value_is_replaced: wrong_result

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, RwLock};

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, Arc<V>>>,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()) }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = self.entries.read().unwrap().get(key).cloned()?;
        Some(f(&value))
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let old = self.entries.write().unwrap().insert(key, Arc::new(value));
        old.and_then(Arc::into_inner)
    }
}
