// right: joins under a lock that the thread never wants, so that other callers wait for the end

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Service {
    shared: Arc<Shared>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    value: Mutex<u64>,
    stop: AtomicBool,
}

impl Service {
    pub fn start(step: fn(&mut u64)) -> Service {
        let shared = Arc::new(Shared { value: Mutex::new(0), stop: AtomicBool::new(false) });
        let of_worker = Arc::clone(&shared);
        let worker = thread::spawn(move || {
            while !of_worker.stop.load(Ordering::SeqCst) {
                step(&mut of_worker.value.lock().unwrap());
                thread::yield_now();
            }
        });
        Service { shared, worker: Mutex::new(Some(worker)) }
    }

    pub fn value(&self) -> u64 {
        *self.shared.value.lock().unwrap()
    }

    pub fn shutdown(&self) -> u64 {
        self.shared.stop.store(true, Ordering::SeqCst);
        if let Some(worker) = self.worker.lock().unwrap().take() {
            worker.join().unwrap();
        }
        self.value()
    }
}
