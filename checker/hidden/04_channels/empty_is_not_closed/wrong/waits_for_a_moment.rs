// wrong: waits ten microseconds for each value
// finding: no_time_passes: wrong_result

use std::sync::mpsc::{Receiver, RecvTimeoutError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(r: &Receiver<T>) -> (Vec<T>, Status) {
    let mut v = vec![];
    loop {
        match r.recv_timeout(std::time::Duration::from_micros(10)) {
            Ok(x) => v.push(x),
            Err(RecvTimeoutError::Timeout) => return (v, Status::Open),
            Err(_) => return (v, Status::Closed),
        }
    }
}
