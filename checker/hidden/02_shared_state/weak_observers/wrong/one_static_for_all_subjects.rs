// wrong: keeps the entries in a static, which all subjects share
// finding: another_subject_does_not_matter: wrong_result

use std::sync::{Arc, Mutex, Weak};

pub trait Observer: Send + Sync {
    fn notify(&self, n: u32);
}

#[derive(Default)]
pub struct Subject;

static OBSERVERS: Mutex<Vec<Weak<dyn Observer>>> = Mutex::new(Vec::new());

impl Subject {
    pub fn new() -> Self {
        Self
    }

    pub fn subscribe(&self, observer: &Arc<dyn Observer>) {
        OBSERVERS.lock().unwrap().push(Arc::downgrade(observer));
    }

    pub fn publish(&self, n: u32) -> usize {
        let mut alive = Vec::new();
        OBSERVERS.lock().unwrap().retain(|entry| {
            let observer = entry.upgrade();
            let is_alive = observer.is_some();
            alive.extend(observer);
            is_alive
        });
        for observer in &alive {
            observer.notify(n);
        }
        alive.len()
    }

    #[expect(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        OBSERVERS.lock().unwrap().len()
    }
}
