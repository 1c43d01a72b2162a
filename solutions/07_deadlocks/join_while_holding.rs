//! # Join while holding a lock
//!
//! Give the signal, let go, join. The handle is taken out of the lock by a `let`, whose guard ends with it.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Works on a value on a thread of its own.
pub struct Service {
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    value: u64,
    stop: bool,
    worker: Option<JoinHandle<()>>,
}

impl Service {
    /// Starts the thread.
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

    /// The value as it is now.
    pub fn value(&self) -> u64 {
        self.shared.lock().unwrap().value
    }

    /// Ends the thread and returns the final value.
    pub fn shutdown(&self) -> u64 {
        // The signal and the handle in one go, under one guard. It has a name, so its end stands in the text.
        let mut shared = self.shared.lock().unwrap();
        shared.stop = true;
        let worker = shared.worker.take();
        drop(shared);

        // Now the thread can have the lock, see the signal, and end. Only one call finds the handle. The others need not
        // wait for the end of the thread: it looks at `stop` and makes its step under one guard, so once `stop` is set
        // the value is final. With an `AtomicBool` that the thread reads before it locks, this would not be so.
        if let Some(worker) = worker {
            worker.join().unwrap();
        }
        self.value()
    }
}

/// Calls `step` once; false if there is to be no other step.
fn work(shared: &Mutex<Shared>, step: fn(&mut u64)) -> bool {
    let mut shared = shared.lock().unwrap();
    if !shared.stop {
        step(&mut shared.value);
    }
    !shared.stop
}
