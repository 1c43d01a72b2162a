// wrong: remembers the positions of dead entries and removes them later, when other entries may be there
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
        let entries = self.observers.lock().unwrap().clone();
        let (mut told, mut dead) = (0, Vec::new());
        for (position, entry) in entries.iter().enumerate() {
            match entry.upgrade() {
                Some(observer) => {
                    observer.notify(n);
                    told += 1;
                }
                None => dead.push(position),
            }
        }
        let mut observers = self.observers.lock().unwrap();
        for position in dead.into_iter().rev() {
            observers.swap_remove(position);
        }
        told
    }
}
