// right: a mutex and a condvar that count readers and make inserts wait; each value is lent to readers as an Arc

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Condvar, Mutex};

struct State<K, V> {
    entries: HashMap<K, Arc<V>>,
    readers: usize,
}

pub struct Directory<K, V> {
    state: Mutex<State<K, V>>,
    no_readers: Condvar,
}

impl<K: Eq + Hash, V> Directory<K, V> {
    pub fn new() -> Self {
        let state = State { entries: HashMap::new(), readers: 0 };
        Directory { state: Mutex::new(state), no_readers: Condvar::new() }
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = {
            let mut state = self.state.lock().unwrap();
            let value = state.entries.get(key).cloned()?;
            state.readers += 1;
            value
        };
        let result = f(&value);
        drop(value);
        let mut state = self.state.lock().unwrap();
        state.readers -= 1;
        if state.readers == 0 {
            self.no_readers.notify_all();
        }
        Some(result)
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let state = self.state.lock().unwrap();
        let mut state = self.no_readers.wait_while(state, |state| state.readers > 0).unwrap();
        let old = state.entries.insert(key, Arc::new(value))?;
        Arc::into_inner(old)
    }
}
