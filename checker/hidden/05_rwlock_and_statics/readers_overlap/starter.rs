//! # Readers overlap
//!
//! A `Directory` is looked into all day and changed now and then. The one below keeps its entries behind a mutex, which
//! lets one thread in at a time. So that a slow reader does not lock everybody out, `lookup` copies the value and lets
//! go of the lock. That demands a `Clone` that not every value has, and it copies the whole value even if only one word
//! of it is needed. Repair `Directory`: readers shall see the value itself, and all at the same time.
//!
//! Why it matters: routing tables, configurations and price lists are read a thousand times for each change. A lock
//! that knows readers from writers lets all readers in together, so nobody has to copy in order to be quick.
//!
//! ## What must hold
//!
//! - `Directory::new()` has no entries. `K` can be compared and hashed, and `V` can be any type: nobody can clone them.
//! - `directory.insert(key, value)` stores the value, and returns the one that it replaces, if there is one. So it has
//!   to wait until nobody looks at the old value any more.
//! - `directory.lookup(&key, f)` calls `f` once with the value of the key and returns `Some` of what `f` returns. If
//!   there is no such key it returns `None`, and does not call `f`.
//! - Any number of threads may use the directory at the same time, through a shared `&Directory`.
//! - Lookups do not wait for each other: any number of them can be inside `f` at the same time, also for the same key.
//!   Only for an `insert` a lookup may have to wait.
//! - An insert takes effect at one single moment: a key that has a value never seems to be missing while its value is
//!   replaced, and of two threads that insert for the same new key exactly one is told that it replaced the other's
//!   value.
//! - `f` does not use the directory. Nobody panics.
//!
//! How `Directory` keeps its entries is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;

/// Values by key, for many readers.
pub struct Directory<K, V> {
    // TODO: this lock knows no readers, only owners.
    entries: Mutex<HashMap<K, V>>,
}

impl<K: Eq + Hash, V: Clone> Directory<K, V> {
    /// A directory without entries.
    #[expect(clippy::new_without_default, reason = "nobody asks")]
    pub fn new() -> Self {
        Directory { entries: Mutex::new(HashMap::new()) }
    }

    /// Lets `f` look at the value of the key.
    pub fn lookup<R>(&self, key: &K, f: impl FnOnce(&V) -> R) -> Option<R> {
        let value = self.entries.lock().unwrap().get(key)?.clone();
        Some(f(&value))
    }

    /// Stores the value and returns the one before.
    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.entries.lock().unwrap().insert(key, value)
    }
}
