// wrong: waits at one channel after the other
// finding: all_data_is_added_up: deadlock

use std::sync::mpsc::Receiver;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    while let Ok(value) = data.recv() {
        sum += value;
        if stop.recv().is_ok() {
            break;
        }
    }
    sum
}
