// wrong: counts on the merged channel to close with the data; the helper at `stop` keeps it open
// finding: all_data_is_added_up: deadlock

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    Stop,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            for_stop.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if events.send(Event::Value(value)).is_err() {
                return;
            }
        }
    });
    let mut sum = 0;
    for event in merged {
        match event {
            Event::Value(value) => sum += value,
            Event::Stop => break,
        }
    }
    sum
}
