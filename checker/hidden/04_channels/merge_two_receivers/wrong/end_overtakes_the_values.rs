// wrong: looks at the flag for the end before it looks at the values that are still in the queue
// finding: all_data_is_added_up: wrong_result

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct Heard {
    values: VecDeque<u64>,
    done: bool,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let shared = Arc::new((Mutex::new(Heard::default()), Condvar::new()));
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
            at_data.0.lock().unwrap().values.push_back(value);
            at_data.1.notify_one();
        }
        at_data.0.lock().unwrap().done = true;
        at_data.1.notify_one();
    });
    let (heard, changed) = &*shared;
    let mut sum = 0;
    let mut heard = heard.lock().unwrap();
    loop {
        if heard.done {
            return sum;
        }
        match heard.values.pop_front() {
            Some(value) => sum += value,
            None => heard = changed.wait(heard).unwrap(),
        }
    }
}
