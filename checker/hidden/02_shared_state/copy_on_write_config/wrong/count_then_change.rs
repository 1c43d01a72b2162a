// wrong: looks at the count under one guard and changes the configuration under another
// finding: a_snapshot_during_an_update: panic

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    config: Mutex<Arc<C>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Arc::new(config)) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let shared = Arc::strong_count(&self.config.lock().unwrap()) > 1;
        if shared {
            f(Arc::make_mut(&mut self.config.lock().unwrap()));
        } else {
            f(Arc::get_mut(&mut self.config.lock().unwrap()).unwrap());
        }
    }
}
