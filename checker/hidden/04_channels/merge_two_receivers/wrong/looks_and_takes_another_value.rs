// wrong: looks whether there is a value, and so takes it out, and then adds the next one
// finding: all_data_is_added_up: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    loop {
        if stop.try_recv().is_ok() {
            return sum;
        }
        match data.try_recv() {
            Ok(_) => sum += data.recv().unwrap_or(0),
            Err(TryRecvError::Empty) => thread::yield_now(),
            Err(TryRecvError::Disconnected) => return sum,
        }
    }
}
