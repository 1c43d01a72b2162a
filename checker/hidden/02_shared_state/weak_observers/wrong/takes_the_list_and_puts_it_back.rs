// wrong: takes the list out while it notifies and puts it back over the subscriptions that came in meanwhile
// finding: notify_may_subscribe: wrong_result

use std::mem;
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
        let mut observers = mem::take(&mut *self.observers.lock().unwrap());
        observers.retain(|entry| entry.strong_count() > 0);
        let alive: Vec<_> = observers.iter().filter_map(Weak::upgrade).collect();
        alive.iter().for_each(|observer| observer.notify(n));
        *self.observers.lock().unwrap() = observers;
        alive.len()
    }
}
