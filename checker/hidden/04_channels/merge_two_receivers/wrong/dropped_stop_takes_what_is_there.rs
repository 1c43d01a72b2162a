// wrong: when no stop can come any more it takes what is there, as if the data had ended
// finding: it_waits_when_no_stop_can_come: wrong_result

use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

enum Event {
    Value(u64),
    End,
    Stop,
}

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    match stop.try_recv() {
        Ok(()) => return 0,
        Err(TryRecvError::Disconnected) => return data.try_iter().sum(),
        Err(TryRecvError::Empty) => {}
    }
    let (sender, events) = mpsc::channel();
    let stops = sender.clone();
    thread::spawn(move || {
        if stop.recv().is_ok() {
            stops.send(Event::Stop).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if sender.send(Event::Value(value)).is_err() {
                return;
            }
        }
        sender.send(Event::End).ok();
    });
    let mut sum = 0;
    while let Ok(Event::Value(value)) = events.recv() {
        sum += value;
    }
    sum
}
