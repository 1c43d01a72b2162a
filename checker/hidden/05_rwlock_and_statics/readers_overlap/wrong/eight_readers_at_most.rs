// wrong: lets eight lookups in at a time
// finding: ten_lookups_of_one_key_at_the_same_time: deadlock

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Condvar, Mutex, RwLock};

pub struct Directory<K, V> {
    entries: RwLock<HashMap<K, V>>,
    places: Mutex<usize>,
    free: Condvar,
}
impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { entries: RwLock::new(HashMap::new()), places: Mutex::new(8), free: Condvar::new() }
    }
    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        *self.free.wait_while(self.places.lock().unwrap(), |places| *places == 0).unwrap() -= 1;
        let found = self.entries.read().unwrap().get(key).map(f);
        *self.places.lock().unwrap() += 1;
        self.free.notify_one();
        found
    }
    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.write().unwrap().insert(key, value)
    }
}
