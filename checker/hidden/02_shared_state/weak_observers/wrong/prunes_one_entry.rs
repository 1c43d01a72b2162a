// wrong: removes the first dead entry that it finds, and no other
// finding: every_dead_entry_is_removed: wrong_result

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

    pub fn publish(&self, n: u32) -> usize {
        let alive: Vec<_> = {
            let mut observers = self.observers.lock().unwrap();
            if let Some(dead) = observers.iter().position(|entry| entry.strong_count() == 0) {
                observers.remove(dead);
            }
            observers.iter().filter_map(Weak::upgrade).collect()
        };
        for observer in &alive {
            observer.notify(n);
        }
        alive.len()
    }

    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        self.observers.lock().unwrap().len()
    }
}
