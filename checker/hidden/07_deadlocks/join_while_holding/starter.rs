//! # Join while holding a lock
//!
//! A `Service` has a thread that works until the service is shut down. `shutdown` gives the signal and waits for the
//! end of the thread. Both are there, in the right order, and it still hangs. The report shows you what the thread waits
//! for, and who has it. Repair `shutdown`.
//!
//! Why it matters: a program that hangs when it is told to stop is killed after some seconds, and whatever it wanted to
//! save is lost. `join` waits as a lock does, only no lock is in sight. Whoever waits for a thread must have let go of
//! everything which that thread may still want. So shutting down has three steps: give the signal, let go, join.
//!
//! ## What must hold
//!
//! - `Service::start(step)` starts a thread that calls `step` again and again, with the value of the service, which is 0
//!   at first. Until somebody shuts it down it does not stop.
//! - `service.value()` returns the value. It may be called at any time, also after `shutdown`.
//! - `service.shutdown()` ends the thread, and returns the final value.
//!   - When a `shutdown` has returned, `step` is not called any more, and `value()` returns what `shutdown` returned.
//!   - When the first call has returned, the thread has ended. It was not left behind.
//!   - It may be called several times, one after the other or at the same time on several threads: each call returns
//!     the same value.
//! - No call hangs.
//! - `step` changes the value that it gets and does nothing else; it does not panic. Nobody drops a service that he has
//!   not shut down.
//!
//! How `Service` does that is up to you: its field is private.
//!
//! Work at the `// TODO`.

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
                // In real code, the place to wait for the next piece of work.
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
        // TODO: what does this thread still hold when it joins the other?
        self.shared.lock().unwrap().stop = true;
        if let Some(worker) = self.shared.lock().unwrap().worker.take() {
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
