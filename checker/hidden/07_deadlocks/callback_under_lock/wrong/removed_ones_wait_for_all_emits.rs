// wrong: keeps what is removed until no `emit` is under way, and there may always be another one
// finding: a_running_listener_is_removed: wrong_result

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
    dead: Vec<Arc<Listener>>,
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
            {
                let gone = position.map(|position| listeners.list.remove(position));
                if listeners.emitting > 0 {
                    if let Some((_, l)) = gone {
                        listeners.dead.push(l);
                    }
                    None
                } else {
                    gone
                }
            }
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
        let dead = if l.emitting == 0 { std::mem::take(&mut l.dead) } else { vec![] };
        drop(l);
        drop(dead);
    }
}
