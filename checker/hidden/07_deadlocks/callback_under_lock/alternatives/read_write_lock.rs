// right: a read lock to copy the list, a write lock to change it, and an atomic for the ids

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

#[derive(Clone)]
struct Listener {
    id: Id,
    call: Arc<dyn Fn(&Emitter, u32) + Send + Sync>,
}

pub struct Emitter {
    next_id: AtomicU64,
    listeners: RwLock<Vec<Listener>>,
}

impl Emitter {
    pub const fn new() -> Self {
        Emitter { next_id: AtomicU64::new(0), listeners: RwLock::new(Vec::new()) }
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let id = Id(self.next_id.fetch_add(1, Ordering::Relaxed));
        self.listeners.write().unwrap().push(Listener { id, call: Arc::new(f) });
        id
    }

    pub fn off(&self, id: Id) {
        let mut removed = Vec::new();
        {
            let mut listeners = self.listeners.write().unwrap();
            for listener in std::mem::take(&mut *listeners) {
                if listener.id == id { removed.push(listener) } else { listeners.push(listener) }
            }
        }
    }

    pub fn emit(&self, n: u32) {
        let listeners = self.listeners.read().unwrap().clone();
        listeners.iter().for_each(|listener| (listener.call)(self, n));
    }
}
