// wrong: keeps the hash of the key in the place of the key; two keys may have the same
// finding: what_was_inserted_is_found: wrong_result

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::sync::RwLock;

pub struct Directory<K, V> {
    values: RwLock<HashMap<u64, V>>,
    key: PhantomData<fn(K)>,
}

fn h<K: Hash>(k: &K) -> u64 {
    let mut h = DefaultHasher::new();
    k.hash(&mut h);
    h.finish()
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { values: RwLock::default(), key: PhantomData }
    }

    pub fn lookup<R>(&self, k: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        self.values.read().unwrap().get(&h(k)).map(f)
    }

    pub fn insert(&self, k: K, v: V) -> Option<V> {
        self.values.write().unwrap().insert(h(&k), v)
    }
}
