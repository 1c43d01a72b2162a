// right: a reader-writer lock around the pointer

use std::sync::{Arc, RwLock};

pub struct Store<C: Clone> {
    config: RwLock<Arc<C>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: RwLock::new(config.into()) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        self.config.read().unwrap().clone()
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut config = self.config.write().unwrap();
        f(Arc::make_mut(&mut *config));
    }
}
