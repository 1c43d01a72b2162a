// wrong: keeps the number of entries beside the list, and writes it when others may have changed the list
// finding: a_thread_subscribes_during_publish: wrong_result

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject {
    observers: Mutex<Vec<Weak<dyn Observer>>>,
    number: Mutex<usize>,
}

impl Subject {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        self.observers.lock().unwrap().push(Arc::downgrade(observer));
        *self.number.lock().unwrap() += 1;
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
        let left = self.observers.lock().unwrap().len();
        *self.number.lock().unwrap() = left;
        alive.len()
    }

    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        *self.number.lock().unwrap()
    }
}
