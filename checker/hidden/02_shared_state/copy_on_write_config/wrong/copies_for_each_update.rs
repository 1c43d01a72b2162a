// wrong: makes a new configuration for each update, also when nobody looks at the old one
// finding: an_update_without_readers_copies_nothing: wrong_result

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
        let mut changed = (**config).clone();
        f(&mut changed);
        *config = Arc::new(changed);
    }
}
