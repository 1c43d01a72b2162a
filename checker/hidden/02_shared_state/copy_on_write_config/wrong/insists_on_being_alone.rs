// wrong: takes for granted that nobody has a snapshot
// finding: a_snapshot_stays_as_it_is: panic

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
        f(Arc::get_mut(&mut self.config.lock().unwrap()).unwrap());
    }
}
