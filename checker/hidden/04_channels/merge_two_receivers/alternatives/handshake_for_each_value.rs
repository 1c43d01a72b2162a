// right: the helpers hand over each event in person, so nothing piles up between them and the caller

use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Event {
    Value(u64),
    EndOfData,
    Stop,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::sync_channel(0);
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
