// right: readers own the value while they look; `insert` sleeps until it owns the old one alone

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex};

pub struct Directory<K, V> {
    entries: Mutex<HashMap<K, Arc<V>>>,
    reader_left: Condvar,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: Mutex::new(HashMap::new()), reader_left: Condvar::new() }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = Arc::clone(self.entries.lock().unwrap().get(key)?);
        let result = f(&value);
        let entries = self.entries.lock().unwrap();
        drop(value);
        drop(entries);
        self.reader_left.notify_all();
        Some(result)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let mut entries = self.entries.lock().unwrap();
        let mut old = entries.insert(key, Arc::new(value))?;
        loop {
            match Arc::try_unwrap(old) {
                Ok(value) => return Some(value),
                Err(shared) => old = shared,
            }
            entries = self.reader_left.wait(entries).unwrap();
        }
    }
}
