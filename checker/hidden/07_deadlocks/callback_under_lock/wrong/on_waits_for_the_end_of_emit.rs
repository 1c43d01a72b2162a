// wrong: who is added during an `emit` is not called before that is done, not even by the next `emit`
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
    emitting: usize,
    new: Vec<(Id, Arc<Listener>)>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let mut listeners = self.listeners.lock().unwrap();
        let id = Id(listeners.next_id);
        listeners.next_id += 1;
        if listeners.emitting > 0 {
            listeners.new.push((id, Arc::new(f)));
        } else {
            listeners.list.push((id, Arc::new(f)));
        }
        id
    }

    pub fn off(&self, id: Id) {
        let removed: Option<(Id, Arc<Listener>)> = {
            let mut listeners = self.listeners.lock().unwrap();
            let l = &mut *listeners;
            if let Some(p) = l.new.iter().position(|(other, _)| *other == id) {
                let (_id, f) = l.new.remove(p);
                drop(listeners);
                drop(f);
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
            listeners.emitting += 1;
            listeners.list.iter().map(|(_, listener)| Arc::clone(listener)).collect()
        };
        for listener in listeners {
            listener(self, n);
        }
        let mut l = self.listeners.lock().unwrap();
        l.emitting -= 1;
        if l.emitting == 0 {
            let l = &mut *l;
            l.list.append(&mut l.new);
        }
    }
}
