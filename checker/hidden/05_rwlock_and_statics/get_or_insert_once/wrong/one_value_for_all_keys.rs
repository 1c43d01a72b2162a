// wrong: a OnceLock is initialised once, but here it is one for all keys
// finding: the_second_call_gets_the_value_of_the_first: wrong_result

use std::hash::Hash;
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};

pub struct Cache<K, V> {
    value: OnceLock<Arc<V>>,
    keys: PhantomData<fn(K)>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn new() -> Self {
        Cache { value: OnceLock::new(), keys: PhantomData }
    }

    pub fn get_or_insert_with(&self, _key: K, make: impl FnOnce() -> V) -> Arc<V> {
        Arc::clone(self.value.get_or_init(|| Arc::new(make())))
    }
}
