// wrong: puts a list of survivors, made without the lock, over the list that may have grown
// finding: notify_may_subscribe: wrong_result

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
        let alive: Vec<_> = observers.iter().filter_map(Weak::upgrade).collect();
        alive.iter().for_each(|observer| observer.notify(n));
        *self.observers.lock().unwrap() = alive.iter().map(Arc::downgrade).collect();
        alive.len()
    }
}
