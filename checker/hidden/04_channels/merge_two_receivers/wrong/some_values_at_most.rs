// wrong: takes 64 values at most
// finding: many_large_values: wrong_result

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    End,
    Stop,
}
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (tx, rx) = mpsc::channel();
    let t2 = tx.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            t2.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for v in data.into_iter().take(64) {
            if tx.send(Event::Value(v)).is_err() {
                return;
            }
        }
        tx.send(Event::End).ok();
    });
    let mut sum = 0;
    for e in rx {
        match e {
            Event::Value(v) => sum += v,
            _ => break,
        }
    }
    sum
}
