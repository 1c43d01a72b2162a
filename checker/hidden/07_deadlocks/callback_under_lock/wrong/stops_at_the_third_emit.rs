// wrong: an `emit` in an `emit` reaches the listeners, one in that does not
// finding: a_listener_may_emit: wrong_result

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
        let removed: Option<(Id, Arc<Listener>)> = {
            let mut listeners = self.listeners.lock().unwrap();
            let position = listeners.list.iter().position(|(other, _)| *other == id);
            position.map(|position| listeners.list.remove(position))
        };
        drop(removed);
    }

    pub fn emit(&self, n: u32) {
        thread_local!(static D: std::cell::Cell<u32> = const { std::cell::Cell::new(0) });
        if D.get() > 1 {
            return;
        }
        D.set(D.get() + 1);
        let listeners: Vec<Arc<Listener>> = {
            let listeners = self.listeners.lock().unwrap();
            listeners.list.iter().map(|(_, listener)| Arc::clone(listener)).collect()
        };
        for listener in listeners {
            listener(self, n);
        }
        D.set(D.get() - 1);
    }
}
