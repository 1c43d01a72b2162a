// right: a list in the place of a map, a `match` in the place of `map`; an RwLock around it

use std::hash::Hash;
use std::mem;
use std::sync::RwLock;

pub struct Directory<K, V>(RwLock<Vec<(K, V)>>);

impl<K: Eq + Hash, V> Directory<K, V> {
    pub const fn new() -> Self {
        Directory(RwLock::new(Vec::new()))
    }

    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        match self.0.read().unwrap().iter().find(|(known, _)| known == key) {
            Some((_, value)) => Some(f(value)),
            None => None,
        }
    }

    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let mut entries = self.0.write().unwrap();
        if let Some((_, old)) = entries.iter_mut().find(|(known, _)| *known == key) {
            return Some(mem::replace(old, value));
        }
        entries.push((key, value));
        None
    }
}
