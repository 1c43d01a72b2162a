//! # A callback under the lock
//!
//! Under the lock the emitter only finds out whom to call. It calls them afterwards, from a list of its own, when anybody
//! may lock again. The same goes for dropping: what comes out of the list is dropped when the lock is free.

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
    // `Arc` in the place of `Box`: whoever emits becomes an owner for the time of the calls, so `off` can take a listener
    // out of the list while it runs.
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
        let removed: Option<(Id, Arc<Listener>)> = {
            let mut listeners = self.listeners.lock().unwrap();
            let position = listeners.list.iter().position(|(other, _)| *other == id);
            position.map(|position| listeners.list.remove(position))
        };
        // The guard is gone. If this was the last owner, the listener is dropped here. `retain` would have dropped it
        // under the lock.
        drop(removed);
    }

    /// Calls all listeners.
    pub fn emit(&self, n: u32) {
        // A copy of the list costs one `Arc::clone` a listener. Where events are frequent and listeners seldom change,
        // `Mutex<Arc<Vec<..>>>` makes it a single one, and `on` and `off` pay for it. A reentrant lock would not do: the
        // same thread could come in, and change the list under the loop that walks it.
        let listeners: Vec<Arc<Listener>> = {
            let listeners = self.listeners.lock().unwrap();
            listeners.list.iter().map(|(_, listener)| Arc::clone(listener)).collect()
        };
        for listener in listeners {
            listener(self, n);
        }
    }
}
