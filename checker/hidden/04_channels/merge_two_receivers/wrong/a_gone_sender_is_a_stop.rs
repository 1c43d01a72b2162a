// wrong: takes it for a stop when the senders of `stop` are dropped without a message
// finding: a_dropped_stop_sender_is_no_stop: wrong_result

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    EndOfData,
    Stop,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::spawn(move || {
        stop.recv().ok();
        for_stop.send(Event::Stop).ok();
    });
    thread::spawn(move || {
        for value in data {
            if events.send(Event::Value(value)).is_err() {
                return;
            }
        }
        events.send(Event::EndOfData).ok();
    });
    let mut sum = 0;
    for event in merged {
        match event {
            Event::Value(value) => sum += value,
            Event::EndOfData | Event::Stop => break,
        }
    }
    sum
}
