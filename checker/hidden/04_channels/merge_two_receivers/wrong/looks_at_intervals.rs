// wrong: looks for a stop whenever no value has come for ten milliseconds
// finding: it_waits_while_nothing_comes: livelock

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    loop {
        if stop.try_recv().is_ok() {
            return sum;
        }
        match data.recv_timeout(Duration::from_millis(10)) {
            Ok(value) => sum += value,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return sum,
        }
    }
}
