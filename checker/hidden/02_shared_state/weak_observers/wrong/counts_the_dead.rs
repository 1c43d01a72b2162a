// wrong: returns the number of entries, dead ones included
// finding: only_the_living_are_told: wrong_result

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
        let observers = self.observers.lock().unwrap().clone();
        for observer in observers.iter().filter_map(Weak::upgrade) {
            observer.notify(n);
        }
        self.observers.lock().unwrap().retain(|entry| entry.strong_count() > 0);
        observers.len()
    }
}
