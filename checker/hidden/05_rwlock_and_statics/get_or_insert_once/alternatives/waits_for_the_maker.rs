// right: a slot says that its value is being made; who finds that sleeps until it is there

use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex};

pub struct Cache<K, V> {
    slots: Mutex<Vec<(Arc<K>, Option<Arc<V>>)>>,
    made: Condvar,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { slots: Mutex::new(Vec::new()), made: Condvar::new() }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut slots = self.slots.lock().unwrap();
        while let Some((_, slot)) = slots.iter().find(|(known, _)| **known == key) {
            if let Some(value) = slot {
                return Arc::clone(value);
            }
            slots = self.made.wait(slots).unwrap();
        }
        let key = Arc::new(key);
        slots.push((Arc::clone(&key), None));
        drop(slots);
        let value = Arc::new(make());
        let mut slots = self.slots.lock().unwrap();
        let (_, slot) = slots.iter_mut().find(|(known, _)| Arc::ptr_eq(known, &key)).unwrap();
        *slot = Some(Arc::clone(&value));
        self.made.notify_all();
        value
    }
}
