// wrong: takes the id after that of the last listener, which comes back when the last one is removed
// finding: listeners_are_called_in_order: wrong_result

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
        let id = Id(listeners.list.last().map_or(listeners.next_id, |(id, _)| id.0 + 1));
        listeners.next_id = id.0 + 1;
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
        let listeners: Vec<Arc<Listener>> = {
            let listeners = self.listeners.lock().unwrap();
            listeners.list.iter().map(|(_, listener)| Arc::clone(listener)).collect()
        };
        for listener in listeners {
            listener(self, n);
        }
    }
}
