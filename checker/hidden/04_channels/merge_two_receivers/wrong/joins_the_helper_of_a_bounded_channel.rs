// wrong: joins the helper at the data, which waits for values or for room
// finding: a_stop_is_heard_while_no_data_comes: deadlock

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    End,
    Stop,
}
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (tx, rx) = mpsc::sync_channel(1);
    let t2 = tx.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            t2.send(Event::Stop).ok();
        }
    });
    let h = thread::spawn(move || {
        for v in data {
            if tx.send(Event::Value(v)).is_err() {
                return;
            }
        }
        tx.send(Event::End).ok();
    });
    let mut sum = 0;
    for e in &rx {
        match e {
            Event::Value(v) => sum += v,
            _ => break,
        }
    }
    h.join().unwrap();
    sum
}
