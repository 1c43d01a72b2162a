// wrong: says with a 0 that it is over, and a value may be 0 as well
// finding: a_value_may_be_zero: wrong_result

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (sender, merged) = mpsc::channel();
    let stops = sender.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            stops.send(0).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if sender.send(value).is_err() {
                return;
            }
        }
        sender.send(0).ok();
    });
    merged.iter().take_while(|value| *value != 0).sum()
}
