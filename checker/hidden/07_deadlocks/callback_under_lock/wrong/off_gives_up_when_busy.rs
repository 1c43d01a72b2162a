// wrong: `off` does nothing if the lock is taken
// finding: a_listener_may_remove_itself: wrong_result

use std::sync::{Arc, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    listeners: Mutex<Listeners>,
}

#[derive(Default)]
struct Listeners {
    next_id: u64,
    list: Vec<(Id, Arc<Listener>)>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let mut listeners = self.listeners.lock().unwrap();
        let id = Id(listeners.next_id);
        listeners.next_id += 1;
        listeners.list.push((id, Arc::new(f)));
        id
    }

    pub fn off(&self, id: Id) {
        if let Ok(mut listeners) = self.listeners.try_lock() {
            listeners.list.retain(|(other, _)| *other != id);
        }
    }

    pub fn emit(&self, n: u32) {
        let listeners = self.listeners.lock().unwrap();
        for (_, listener) in &listeners.list {
            listener(self, n);
        }
    }
}
