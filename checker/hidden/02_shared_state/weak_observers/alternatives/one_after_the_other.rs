// right: copies the entries, and is the owner of one observer at a time; prunes at the end

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
        let mut told = 0;
        for entry in entries {
            if let Some(observer) = entry.upgrade() {
                observer.notify(n);
                told += 1;
            }
        }
        self.observers.lock().unwrap().retain(|entry| entry.strong_count() > 0);
        told
    }
}
