// right: walks by id: locks for a moment to find the next listener, up to the last that was there at the beginning

use std::collections::BTreeMap;
use std::ops::Bound;
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
    by_id: BTreeMap<u64, Arc<Listener>>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let mut listeners = self.listeners.lock().unwrap();
        listeners.next_id += 1;
        let id = listeners.next_id;
        listeners.by_id.insert(id, Arc::new(f));
        Id(id)
    }

    pub fn off(&self, id: Id) {
        let removed = self.listeners.lock().unwrap().by_id.remove(&id.0);
        drop(removed);
    }

    pub fn emit(&self, n: u32) {
        let last = self.listeners.lock().unwrap().next_id;
        let mut called = 0;
        while let Some((id, listener)) = self.next_listener(called, last) {
            listener(self, n);
            called = id;
        }
    }

    fn next_listener(&self, after: u64, last: u64) -> Option<(u64, Arc<Listener>)> {
        if after >= last {
            return None;
        }
        let listeners = self.listeners.lock().unwrap();
        let mut rest = listeners.by_id.range((Bound::Excluded(after), Bound::Included(last)));
        rest.next().map(|(id, listener)| (*id, Arc::clone(listener)))
    }
}
