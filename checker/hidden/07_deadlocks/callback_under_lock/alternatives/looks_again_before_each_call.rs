// right: takes a copy of the list, and leaves out whoever has been removed meanwhile

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    ids: Mutex<u64>,
    listeners: Mutex<HashMap<Id, Arc<Listener>>>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let id = {
            let mut ids = self.ids.lock().unwrap();
            *ids += 1;
            Id(*ids)
        };
        self.listeners.lock().unwrap().insert(id, Arc::new(f));
        id
    }

    pub fn off(&self, id: Id) {
        let _removed = self.listeners.lock().unwrap().remove(&id);
    }

    pub fn emit(&self, n: u32) {
        let mut ids: Vec<Id> = self.listeners.lock().unwrap().keys().copied().collect();
        ids.sort();
        for id in ids {
            let listener = self.listeners.lock().unwrap().get(&id).map(Arc::clone);
            if let Some(listener) = listener {
                listener(self, n);
            }
        }
    }
}
