// wrong: lets only two readers in at the same time
// finding: three_lookups_of_one_key_at_the_same_time: deadlock

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Condvar, Mutex, RwLock};

pub struct Directory<K, V> {
    m: RwLock<HashMap<K, V>>,
    n: Mutex<usize>,
    c: Condvar,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        Directory { m: RwLock::default(), n: Mutex::new(2), c: Condvar::new() }
    }

    pub fn lookup<R>(&self, k: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        *self.c.wait_while(self.n.lock().unwrap(), |n| *n == 0).unwrap() -= 1;
        let r = self.m.read().unwrap().get(k).map(f);
        *self.n.lock().unwrap() += 1;
        self.c.notify_one();
        r
    }

    pub fn insert(&self, k: K, v: V) -> Option<V> {
        self.m.write().unwrap().insert(k, v)
    }
}
