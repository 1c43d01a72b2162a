// right: a map; dead entries are removed by their numbers, which are never given again

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
struct Entries {
    next: u64,
    observers: BTreeMap<u64, Weak<dyn Observer>>,
}

#[derive(Default)]
pub struct Subject {
    entries: Mutex<Entries>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        let mut entries = self.entries.lock().unwrap();
        let number = entries.next;
        entries.next += 1;
        entries.observers.insert(number, Arc::downgrade(observer));
    }

    pub fn len(&self) -> usize {
        self.entries.lock().unwrap().observers.len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let observers = self.entries.lock().unwrap().observers.clone();
        let mut told = 0;
        for (number, entry) in observers {
            if let Some(observer) = entry.upgrade() {
                observer.notify(n);
                told += 1;
            } else {
                self.entries.lock().unwrap().observers.remove(&number);
            }
        }
        told
    }
}
