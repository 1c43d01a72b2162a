// right: upgrades into a list, prunes by the count, which drops nobody, and notifies without the lock

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
        let mut observers = self.observers.lock().unwrap();
        let alive: Vec<Arc<dyn Observer>> = observers.iter().filter_map(Weak::upgrade).collect();
        observers.retain(|entry| entry.strong_count() > 0);
        drop(observers);
        for observer in alive.iter() {
            observer.notify(n);
        }
        alive.len()
    }
}
