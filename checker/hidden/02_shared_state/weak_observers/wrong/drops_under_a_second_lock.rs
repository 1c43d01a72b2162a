// wrong: lets go of the observers under another lock than that of the list
// finding: drop_may_publish: deadlock

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Weak<dyn Observer>>>,
    told: Mutex<usize>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::downgrade(observer));
    }

    pub fn publish(&self, n: u32) -> usize {
        let mut alive = Vec::new();
        self.observers.lock().unwrap().retain(|entry| {
            let observer = entry.upgrade();
            let is_alive = observer.is_some();
            alive.extend(observer);
            is_alive
        });
        for observer in &alive {
            observer.notify(n);
        }
        let mut told = self.told.lock().unwrap();
        let count = alive.len();
        *told += count;
        drop(alive);
        count
    }

    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }
}
