// right: a map in the order of the ids, behind a lock of its own

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, RwLock};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

#[derive(Default)]
pub struct Emitter {
    next: std::sync::atomic::AtomicU64,
    list: RwLock<BTreeMap<u64, Arc<Listener>>>,
    order: Mutex<()>,
}

#[derive(Default)]
#[allow(dead_code)]
struct Listeners {
    next_id: u64,
    list: Vec<(Id, Arc<Listener>)>,
}

impl Emitter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let f: Arc<Listener> = Arc::new(f);
        let _o = self.order.lock().unwrap();
        let id = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        self.list.write().unwrap().insert(id, f);
        Id(id)
    }

    pub fn off(&self, id: Id) {
        let removed: Option<Arc<Listener>> = { self.list.write().unwrap().remove(&id.0) };
        drop(removed);
    }

    pub fn emit(&self, n: u32) {
        let listeners: Vec<Arc<Listener>> = { self.list.read().unwrap().values().cloned().collect() };
        for listener in listeners {
            listener(self, n);
        }
    }
}
