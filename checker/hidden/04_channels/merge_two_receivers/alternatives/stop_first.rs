// right: looks at a flag for the stop before it adds a value that has come

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let stopped = Arc::new(AtomicBool::new(false));
    let (events, merged) = mpsc::channel();
    let (for_stop, flag) = (events.clone(), Arc::clone(&stopped));
    thread::spawn(move || {
        if stop.recv().is_ok() {
            flag.store(true, Ordering::SeqCst);
            for_stop.send(None).ok();
        }
    });
    thread::spawn(move || {
        for value in data {
            if events.send(Some(value)).is_err() {
                return;
            }
        }
        events.send(None).ok();
    });
    let mut sum = 0;
    while let Ok(Some(value)) = merged.recv() {
        if stopped.load(Ordering::SeqCst) {
            break;
        }
        sum += value;
    }
    sum
}
