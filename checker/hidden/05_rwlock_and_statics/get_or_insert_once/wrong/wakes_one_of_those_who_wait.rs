// wrong: wakes only one of those who wait for the value
// finding: three_threads_ask_for_one_key: deadlock

use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex};

pub struct Cache<K, V> {
    slots: Mutex<Vec<(Arc<K>, Option<Arc<V>>)>>,
    made: Condvar,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { slots: Mutex::new(vec![]), made: Condvar::new() }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut slots = self.slots.lock().unwrap();
        while let Some((_, v)) = slots.iter().find(|(k, _)| **k == key) {
            if let Some(v) = v {
                return v.clone();
            }
            slots = self.made.wait(slots).unwrap();
        }
        let key = Arc::new(key);
        slots.push((key.clone(), None));
        drop(slots);
        let v = Arc::new(make());
        let mut slots = self.slots.lock().unwrap();
        slots.iter_mut().find(|(k, _)| Arc::ptr_eq(k, &key)).unwrap().1 = Some(v.clone());
        self.made.notify_one();
        v
    }
}
