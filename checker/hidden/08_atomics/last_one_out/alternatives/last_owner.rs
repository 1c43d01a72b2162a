// right: as many owners as threads; an Arc knows who is the last

use std::sync::{Arc, Mutex};

pub struct Latch<F> {
    owners: Mutex<Vec<Arc<Mutex<F>>>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        let on_last = Arc::new(Mutex::new(on_last));
        Latch { owners: Mutex::new(vec![on_last; n]) }
    }

    pub fn arrive(&self) {
        let own = self.owners.lock().unwrap().pop();
        if let Some(on_last) = own.and_then(Arc::into_inner) {
            on_last.into_inner().unwrap()();
        }
    }
}
