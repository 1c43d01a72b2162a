// wrong: lets all snapshots point to one changeable configuration
// finding: compile: interface

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    config: Arc<Mutex<C>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Arc::new(Mutex::new(config)) }
    }

    pub fn snapshot(&self) -> Arc<Mutex<C>> {
        Arc::clone(&self.config)
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        f(&mut self.config.lock().unwrap());
    }
}
