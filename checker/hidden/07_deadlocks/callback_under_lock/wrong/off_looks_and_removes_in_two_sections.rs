// wrong: `off` looks for the position under the lock, lets go, and removes what is there by then
// finding: two_threads_remove_listeners: wrong_result

use std::sync::{Arc, Mutex};

/// Tells listeners apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

/// Calls its listeners for every event.
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
    /// An emitter without listeners.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a listener.
    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let mut listeners = self.listeners.lock().unwrap();
        let id = Id(listeners.next_id);
        listeners.next_id += 1;
        listeners.list.push((id, Arc::new(f)));
        id
    }

    /// Removes a listener.
    pub fn off(&self, id: Id) {
        let at = self.listeners.lock().unwrap().list.iter().position(|(other, _)| *other == id);
        if let Some(at) = at {
            let gone = self.listeners.lock().unwrap().list.remove(at);
            drop(gone);
        }
    }

    /// Calls all listeners.
    pub fn emit(&self, n: u32) {
        let list = self.listeners.lock().unwrap().list.clone();
        for (_, listener) in list {
            listener(self, n);
        }
    }
}
