// wrong: the signal is a `static`, so all services are shut down for ever
// finding: a_second_service_works: wrong_result

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

static STOP: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
pub struct Service {
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    value: u64,
    worker: Option<JoinHandle<()>>,
}

impl Service {
    pub fn start(step: fn(&mut u64)) -> Service {
        let shared = Arc::new(Mutex::new(Shared { value: 0, worker: None }));
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
        STOP.store(true, std::sync::atomic::Ordering::SeqCst);
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
    if !STOP.load(std::sync::atomic::Ordering::SeqCst) {
        step(&mut shared.value);
    }
    !STOP.load(std::sync::atomic::Ordering::SeqCst)
}
