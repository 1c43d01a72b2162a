// right: a reader-writer lock that is free while the observers are called

use std::sync::{Arc, RwLock, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: RwLock<Vec<Weak<dyn Observer>>>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.write().unwrap().push(Arc::downgrade(observer));
    }

    pub fn len(&self) -> usize {
        self.observers.read().unwrap().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let alive: Vec<_> = self.observers.read().unwrap().iter().filter_map(Weak::upgrade).collect();
        let told = alive.into_iter().map(|observer| observer.notify(n)).count();
        self.observers.write().unwrap().retain(|entry| entry.strong_count() > 0);
        told
    }
}
