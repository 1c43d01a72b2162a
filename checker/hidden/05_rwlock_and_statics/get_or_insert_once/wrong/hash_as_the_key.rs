// wrong: keeps the hash of the key in the place of the key; two keys may have the same
// finding: the_second_call_gets_the_value_of_the_first: wrong_result

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

pub struct Cache<K, V> {
    values: Mutex<HashMap<u64, Arc<V>>>,
    key: PhantomData<fn(K)>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { values: Mutex::default(), key: PhantomData }
    }

    pub fn get_or_insert_with(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut h = DefaultHasher::new();
        key.hash(&mut h);
        self.values.lock().unwrap().entry(h.finish()).or_insert_with(|| Arc::new(make())).clone()
    }
}
