// right: publishers share a snapshot of the list; subscribing and pruning copy it if somebody still reads it

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

type Entries = Vec<Weak<dyn Observer>>;

#[derive(Default)]
pub struct Subject {
    entries: Mutex<Arc<Entries>>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    fn snapshot(&self) -> Arc<Entries> {
        Arc::clone(&self.entries.lock().unwrap())
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        Arc::make_mut(&mut self.entries.lock().unwrap()).push(Arc::downgrade(observer));
    }

    pub fn len(&self) -> usize {
        self.snapshot().len()
    }

    pub fn publish(&self, n: u32) -> usize {
        let (mut told, mut dead) = (0, 0);
        for entry in self.snapshot().iter() {
            match entry.upgrade() {
                Some(observer) => {
                    observer.notify(n);
                    told += 1;
                }
                None => dead += 1,
            }
        }
        if dead > 0 {
            Arc::make_mut(&mut self.entries.lock().unwrap()).retain(|entry| entry.strong_count() > 0);
        }
        told
    }
}
