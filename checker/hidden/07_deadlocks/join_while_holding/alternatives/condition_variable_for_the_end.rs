// right: the thread says that it has ended; callers sleep until then, and the lock is free meanwhile

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

pub struct Service {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    value: u64,
    stop: bool,
    has_ended: bool,
    worker: Option<JoinHandle<()>>,
}

impl Service {
    pub fn start(step: fn(&mut u64)) -> Service {
        let shared = Arc::new(Shared { state: Mutex::default(), ended: Condvar::new() });
        let of_worker = Arc::clone(&shared);
        let worker = thread::spawn(move || {
            loop {
                let mut state = of_worker.state.lock().unwrap();
                if state.stop {
                    state.has_ended = true;
                    of_worker.ended.notify_all();
                    return;
                }
                step(&mut state.value);
                drop(state);
                thread::yield_now();
            }
        });
        shared.state.lock().unwrap().worker = Some(worker);
        Service { shared }
    }

    pub fn value(&self) -> u64 {
        self.shared.state.lock().unwrap().value
    }

    pub fn shutdown(&self) -> u64 {
        let mut state = self.shared.state.lock().unwrap();
        state.stop = true;
        let mut state = self.shared.ended.wait_while(state, |state| !state.has_ended).unwrap();
        let value = state.value;
        let worker = state.worker.take();
        drop(state);
        if let Some(worker) = worker {
            worker.join().unwrap();
        }
        value
    }
}
