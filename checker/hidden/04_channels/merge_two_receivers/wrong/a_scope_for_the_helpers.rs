// wrong: waits for both helpers before it returns, and one of them may wait for ever
// finding: all_data_is_added_up: deadlock

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let (events, merged) = mpsc::channel();
    let for_stop = events.clone();
    thread::scope(|scope| {
        scope.spawn(move || {
            if stop.recv().is_ok() {
                for_stop.send(None).ok();
            }
        });
        scope.spawn(move || {
            for value in data {
                events.send(Some(value)).ok();
            }
            events.send(None).ok();
        });
        merged.into_iter().map_while(|value| value).sum()
    })
}
