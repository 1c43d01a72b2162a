// wrong: `off` waits until no other thread is in the listener
// finding: a_running_listener_is_removed: deadlock

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, ThreadId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    listeners: Mutex<Listeners>,
    running: Mutex<Vec<(Id, ThreadId)>>,
    changed: Condvar,
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
        let me = thread::current().id();
        drop(
            self.changed
                .wait_while(self.running.lock().unwrap(), |r| r.iter().any(|(i, t)| *i == id && *t != me))
                .unwrap(),
        );
        drop(removed);
    }

    pub fn emit(&self, n: u32) {
        let listeners: Vec<(Id, Arc<Listener>)> = {
            let listeners = self.listeners.lock().unwrap();
            listeners.list.iter().map(|(id, listener)| (*id, Arc::clone(listener))).collect()
        };
        for (id, listener) in listeners {
            let me = thread::current().id();
            self.running.lock().unwrap().push((id, me));
            listener(self, n);
            let mut r = self.running.lock().unwrap();
            let p = r.iter().position(|x| *x == (id, me)).unwrap();
            r.remove(p);
            self.changed.notify_all();
        }
    }
}
