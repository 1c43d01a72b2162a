// wrong: locks for each entry anew and goes by its position; when another thread prunes, an observer is skipped
// finding: two_threads_publish: wrong_result

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
        let (mut told, mut position) = (0, 0);
        loop {
            let Some(entry) = self.observers.lock().unwrap().get(position).cloned() else { break };
            if let Some(observer) = entry.upgrade() {
                observer.notify(n);
                told += 1;
            }
            position += 1;
        }
        self.observers.lock().unwrap().retain(|entry| entry.strong_count() > 0);
        told
    }
}
