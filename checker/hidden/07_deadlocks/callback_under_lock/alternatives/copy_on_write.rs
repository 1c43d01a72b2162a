// right: the list is never changed: `on` and `off` put a new one in its place, and drop the old one afterwards

use std::sync::{Arc, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    listeners: Mutex<Listeners>,
}

#[derive(Clone, Default)]
struct Listeners {
    next_id: u64,
    list: Arc<Vec<(Id, Arc<Listener>)>>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let listener: Arc<Listener> = Arc::new(f);
        let mut listeners = self.listeners.lock().unwrap();
        let id = Id(listeners.next_id);
        listeners.next_id += 1;
        let mut list = Vec::clone(&listeners.list);
        list.push((id, listener));
        listeners.list = Arc::new(list);
        id
    }

    pub fn off(&self, id: Id) {
        let mut listeners = self.listeners.lock().unwrap();
        let list = listeners.list.iter().filter(|(other, _)| *other != id).cloned().collect();
        let before = std::mem::replace(&mut listeners.list, Arc::new(list));
        drop(listeners);
        drop(before);
    }

    pub fn emit(&self, n: u32) {
        let list = Arc::clone(&self.listeners.lock().unwrap().list);
        for (_, listener) in list.iter() {
            listener(self, n);
        }
    }
}
