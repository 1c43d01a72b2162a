// wrong: waits after the stop until the data has ended as well
// finding: a_stop_is_heard_while_no_data_comes: deadlock

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            for_stop.send(None).ok();
        }
    });
    let at_data = thread::spawn(move || {
        for value in data {
            events.send(Some(value)).ok();
        }
        events.send(None).ok();
    });
    let sum = merged.into_iter().map_while(|value| value).sum();
    at_data.join().unwrap();
    sum
}
