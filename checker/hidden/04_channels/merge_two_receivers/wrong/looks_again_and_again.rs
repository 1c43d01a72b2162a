// wrong: looks at both channels in a loop that never waits
// finding: it_waits_while_nothing_comes: livelock

use std::sync::mpsc::{Receiver, TryRecvError};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let mut sum = 0;
    loop {
        if stop.try_recv().is_ok() {
            return sum;
        }
        match data.try_recv() {
            Ok(value) => sum += value,
            Err(TryRecvError::Empty) => thread::yield_now(),
            Err(TryRecvError::Disconnected) => return sum,
        }
    }
}
