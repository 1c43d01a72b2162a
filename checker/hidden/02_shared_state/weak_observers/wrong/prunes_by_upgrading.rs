// wrong: tries to upgrade under the lock and drops what it gets there; that can be the last owner of an observer
// finding: drop_may_subscribe: deadlock

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Weak<dyn Observer>>>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::downgrade(observer));
    }

    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let entries = {
            let mut observers = self.observers.lock().unwrap();
            observers.retain(|entry| entry.upgrade().is_some());
            observers.clone()
        };
        let alive: Vec<_> = entries.iter().filter_map(Weak::upgrade).collect();
        alive.iter().for_each(|observer| observer.notify(n));
        alive.len()
    }
}
