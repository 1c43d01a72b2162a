// wrong: copies only if it must, but then lets go of the lock between the copy and the store
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
        let mut config = self.config.lock().unwrap();
        if let Some(config) = Arc::get_mut(&mut config) {
            return f(config);
        }
        drop(config);
        let mut changed = (*self.snapshot()).clone();
        f(&mut changed);
        *self.config.lock().unwrap() = Arc::new(changed);
    }
}
