// right: asks for the count; under the lock nobody else can take a snapshot of what only the store owns

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
        if Arc::strong_count(&config) > 1 {
            *config = Arc::new((**config).clone());
        }
        f(Arc::get_mut(&mut config).unwrap());
    }
}
