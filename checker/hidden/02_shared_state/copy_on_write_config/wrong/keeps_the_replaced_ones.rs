// wrong: copies only if it must, but keeps the old configuration although its readers do so already
// finding: an_old_configuration_is_dropped: wrong_result

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    config: Mutex<Arc<C>>,
    old: Mutex<Vec<Arc<C>>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Arc::new(config)), old: Mutex::default() }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut config = self.config.lock().unwrap();
        if Arc::strong_count(&config) > 1 {
            self.old.lock().unwrap().push(Arc::clone(&config));
        }
        f(Arc::make_mut(&mut config));
    }
}
