// wrong: takes a snapshot, changes that, and puts it back under another guard
// finding: no_update_gets_lost: wrong_result

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
        let mut config = self.snapshot();
        f(Arc::make_mut(&mut config));
        *self.config.lock().unwrap() = config;
    }
}
