// wrong: demands configurations that may go to other threads, as if the store ran any
// finding: compile: interface

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone + Send + Sync> {
    config: Mutex<Arc<C>>,
}

impl<C: Clone + Send + Sync> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Arc::new(config)) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut config = self.config.lock().unwrap();
        f(Arc::make_mut(&mut config));
    }
}
