// wrong: notifies without the lock, but takes it again for pruning before it drops the observers
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
        let entries = self.observers.lock().unwrap().clone();
        let mut observers;
        let alive: Vec<_> = entries.iter().filter_map(Weak::upgrade).collect();
        for observer in &alive {
            observer.notify(n);
        }
        observers = self.observers.lock().unwrap();
        observers.retain(|entry| entry.strong_count() > 0);
        alive.len()
    }
}
