// wrong: lets only such functions change the configuration that could be called twice
// finding: compile: interface

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

    pub fn update(&self, f: impl Fn(&mut C)) {
        let mut config = self.config.lock().unwrap();
        f(Arc::make_mut(&mut config));
    }
}
