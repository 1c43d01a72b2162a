// wrong: notes what is to be removed; `emit` removes it only when its calls are done
// finding: listeners_are_called_in_order: wrong_result

use std::sync::{Arc, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    listeners: Mutex<Listeners>,
    to_remove: Mutex<Vec<Id>>,
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
        self.to_remove.lock().unwrap().push(id);
    }

    pub fn emit(&self, n: u32) {
        let listeners = self.listeners.lock().unwrap().list.clone();
        for (_, listener) in &listeners {
            listener(self, n);
        }
        let to_remove = std::mem::take(&mut *self.to_remove.lock().unwrap());
        let removed: Vec<_> = {
            let mut listeners = self.listeners.lock().unwrap();
            listeners.list.extract_if(.., |(id, _)| to_remove.contains(id)).collect()
        };
        drop(removed);
    }
}
