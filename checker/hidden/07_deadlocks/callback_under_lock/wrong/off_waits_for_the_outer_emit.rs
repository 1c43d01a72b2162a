// wrong: `off` by a listener holds only when the `emit` of its thread is done, so the next one in it still calls
// finding: a_listener_may_do_all_of_it: wrong_result

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
    emitting: Vec<std::thread::ThreadId>,
    off: Vec<Id>,
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
            if listeners.emitting.contains(&std::thread::current().id()) {
                listeners.off.push(id);
                return;
            }
            let position = listeners.list.iter().position(|(other, _)| *other == id);
            position.map(|position| listeners.list.remove(position))
        };
        drop(removed);
    }

    pub fn emit(&self, n: u32) {
        let listeners: Vec<Arc<Listener>> = {
            let mut listeners = self.listeners.lock().unwrap();
            listeners.emitting.push(std::thread::current().id());
            listeners.list.iter().map(|(_, listener)| Arc::clone(listener)).collect()
        };
        for listener in listeners {
            listener(self, n);
        }
        let mut l = self.listeners.lock().unwrap();
        let me = std::thread::current().id();
        let p = l.emitting.iter().position(|t| *t == me).unwrap();
        l.emitting.remove(p);
        if l.emitting.is_empty() {
            let off = std::mem::take(&mut l.off);
            drop(l);
            for id in off {
                self.off(id);
            }
        }
    }
}
