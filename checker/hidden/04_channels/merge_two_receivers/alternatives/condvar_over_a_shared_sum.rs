// right: a helper adds up in shared state; the caller waits at a condition variable for the end or the stop

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct State {
    sum: u64,
    done: bool,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let shared = Arc::new((Mutex::new(State::default()), Condvar::new()));
    let at_stop = Arc::clone(&shared);
    thread::spawn(move || {
        if stop.recv().is_ok() {
            at_stop.0.lock().unwrap().done = true;
            at_stop.1.notify_one();
        }
    });
    let at_data = Arc::clone(&shared);
    thread::spawn(move || {
        for value in data {
            at_data.0.lock().unwrap().sum += value;
        }
        at_data.0.lock().unwrap().done = true;
        at_data.1.notify_one();
    });
    let (state, changed) = &*shared;
    changed.wait_while(state.lock().unwrap(), |state| !state.done).unwrap().sum
}
