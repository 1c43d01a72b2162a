// wrong: keeps a Weak to an Arc of its own, which is gone at the end of subscribe
// finding: an_observer_is_dropped: wrong_result

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Weak<Arc<dyn Observer>>>>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::downgrade(&Arc::new(Arc::clone(observer))));
    }

    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let mut alive = Vec::new();
        self.observers.lock().unwrap().retain(|entry| {
            alive.extend(entry.upgrade());
            entry.strong_count() > 0
        });
        alive.iter().for_each(|observer| observer.notify(n));
        alive.len()
    }
}
