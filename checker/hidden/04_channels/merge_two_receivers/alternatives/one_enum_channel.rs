// right: two helpers lead both channels into one; an enum says what was heard

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
