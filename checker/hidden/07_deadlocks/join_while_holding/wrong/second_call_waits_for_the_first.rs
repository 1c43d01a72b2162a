// wrong: a channel tells the end once: the second call waits for another message
// finding: shutdown_may_be_called_again: deadlock

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub struct Service {
    shared: Arc<Mutex<Shared>>,
    ended: Mutex<Receiver<()>>,
    _keeps_open: Sender<()>,
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
        let (end, ended) = mpsc::channel();
        let keeps_open = end.clone();
        let worker = thread::spawn(move || {
            while work(&of_worker, step) {
                thread::yield_now();
            }
            end.send(()).unwrap();
        });
        shared.lock().unwrap().worker = Some(worker);
        Service { shared, ended: Mutex::new(ended), _keeps_open: keeps_open }
    }

    pub fn value(&self) -> u64 {
        self.shared.lock().unwrap().value
    }

    pub fn shutdown(&self) -> u64 {
        self.shared.lock().unwrap().stop = true;
        self.ended.lock().unwrap().recv().unwrap();
        let worker = self.shared.lock().unwrap().worker.take();
        if let Some(worker) = worker {
            worker.join().unwrap();
        }
        self.value()
    }
}

fn work(shared: &Mutex<Shared>, step: fn(&mut u64)) -> bool {
    let mut shared = shared.lock().unwrap();
    if !shared.stop {
        step(&mut shared.value);
    }
    !shared.stop
}
