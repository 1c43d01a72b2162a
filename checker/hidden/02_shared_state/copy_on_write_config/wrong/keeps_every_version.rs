// wrong: keeps all old configurations, so that nothing a reader has can go away
// finding: an_update_without_readers_copies_nothing: wrong_result

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    versions: Mutex<Vec<Arc<C>>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { versions: Mutex::new(vec![Arc::new(config)]) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(self.versions.lock().unwrap().last().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut versions = self.versions.lock().unwrap();
        let mut config = Arc::clone(versions.last().unwrap());
        f(Arc::make_mut(&mut config));
        versions.push(config);
    }
}
