// wrong: takes a snapshot while it holds the lock that a snapshot needs
// finding: a_snapshot_stays_as_it_is: deadlock

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
        let mut config = self.config.lock().unwrap();
        let mut changed = (*self.snapshot()).clone();
        f(&mut changed);
        *config = Arc::new(changed);
    }
}
