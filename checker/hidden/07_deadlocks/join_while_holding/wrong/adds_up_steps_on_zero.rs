// wrong: calls `step` with a new 0 each time, and adds up what comes of it
// finding: the_service_works_by_itself: wrong_result

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Service {
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    value: u64,
    stop: bool,
    worker: Option<JoinHandle<()>>,
}

impl Service {
    pub fn start(step: fn(&mut u64)) -> Service {
        let shared = Arc::new(Mutex::new(Shared { value: 0, stop: false, worker: None }));
        let of_worker = Arc::clone(&shared);
        let worker = thread::spawn(move || {
            while work(&of_worker, step) {
                thread::yield_now();
            }
        });
        shared.lock().unwrap().worker = Some(worker);
        Service { shared }
    }

    pub fn value(&self) -> u64 {
        self.shared.lock().unwrap().value
    }

    pub fn shutdown(&self) -> u64 {
        let mut shared = self.shared.lock().unwrap();
        shared.stop = true;
        let worker = shared.worker.take();
        drop(shared);

        if let Some(worker) = worker {
            worker.join().unwrap();
        }
        self.value()
    }
}

fn work(shared: &Mutex<Shared>, step: fn(&mut u64)) -> bool {
    let mut shared = shared.lock().unwrap();
    if !shared.stop {
        let mut d = 0;
        step(&mut d);
        shared.value += d;
    }
    !shared.stop
}
