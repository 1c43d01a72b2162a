// wrong: looks for a stop only when a value has come
// finding: a_stop_is_heard_while_no_data_comes: deadlock

use std::sync::mpsc::Receiver;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    for value in data {
        sum += value;
        if stop.try_recv().is_ok() {
            break;
        }
    }
    sum
}
