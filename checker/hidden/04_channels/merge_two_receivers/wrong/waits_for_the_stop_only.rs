// wrong: waits for the stop, and then adds up what has come until then
// finding: all_data_is_added_up: deadlock

use std::sync::mpsc::Receiver;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    stop.recv().ok();
    data.try_iter().sum()
}
