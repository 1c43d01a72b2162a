// wrong: removes dead entries when the next observer subscribes, which may never come
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
        let mut observers = self.observers.lock().unwrap();
        observers.retain(|entry| entry.strong_count() > 0);
        observers.push(Arc::downgrade(observer));
    }

    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let observers = self.observers.lock().unwrap().clone();
        observers.iter().filter_map(Weak::upgrade).map(|observer| observer.notify(n)).count()
    }
}
