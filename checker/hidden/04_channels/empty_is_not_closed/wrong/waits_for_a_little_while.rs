// wrong: gives a slow sender ten milliseconds
// finding: no_time_passes: wrong_result

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values = Vec::new();
    loop {
        match receiver.recv_timeout(Duration::from_millis(10)) {
            Ok(value) => values.push(value),
            Err(RecvTimeoutError::Timeout) => return (values, Status::Open),
            Err(RecvTimeoutError::Disconnected) => return (values, Status::Closed),
        }
    }
}
