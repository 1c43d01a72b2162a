// wrong: adds to a static, which still holds the sum of the call before
// finding: a_second_call_adds_anew: wrong_result

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    End,
    Stop,
}
static SUM: AtomicU64 = AtomicU64::new(0);
pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (tx, rx) = mpsc::channel();
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
    for e in rx {
        match e {
            Event::Value(v) => {
                SUM.fetch_add(v, SeqCst);
            }
            _ => break,
        }
    }
    SUM.load(SeqCst)
}
