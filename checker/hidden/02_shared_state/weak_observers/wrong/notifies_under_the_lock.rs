// wrong: calls the observers while it holds the lock of the list
// finding: notify_may_subscribe: deadlock

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
        let mut told = 0;
        self.observers.lock().unwrap().retain(|entry| {
            let Some(observer) = entry.upgrade() else { return false };
            observer.notify(n);
            told += 1;
            true
        });
        told
    }
}
