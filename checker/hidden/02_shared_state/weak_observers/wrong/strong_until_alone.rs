// wrong: owns the observers, and lets go of one when it notices that nobody else owns it
// finding: an_observer_is_dropped: wrong_result

use std::sync::{Arc, Mutex};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Arc<dyn Observer>>>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::clone(observer));
    }

    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let mut observers = self.observers.lock().unwrap();
        observers.retain(|observer| Arc::strong_count(observer) > 1);
        let alive = observers.clone();
        drop(observers);
        alive.iter().for_each(|observer| observer.notify(n));
        alive.len()
    }
}
