// right: leads both into a channel without room

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    End,
    Stop,
}
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (tx, rx) = mpsc::sync_channel(0);
    let t2 = tx.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            t2.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for v in data {
            if tx.send(Event::Value(v)).is_err() {
                return;
            }
        }
        tx.send(Event::End).ok();
    });
    let mut sum = 0;
    while let Ok(Event::Value(v)) = rx.recv() {
        sum += v
    }
    sum
}
