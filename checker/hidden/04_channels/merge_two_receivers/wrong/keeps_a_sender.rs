// wrong: keeps a sender of the merged channel, and counts on that channel to close
// finding: all_data_is_added_up: deadlock

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    Stop,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let (for_stop, for_data) = (events.clone(), events.clone());
    thread::spawn(move || {
        if stop.recv().is_ok() {
            for_stop.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if for_data.send(Event::Value(value)).is_err() {
                return;
            }
        }
        drop(for_data);
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
