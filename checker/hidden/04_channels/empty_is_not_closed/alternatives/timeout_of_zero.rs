// right: a timeout of zero does not wait, and its error tells the two cases apart as well

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values = Vec::new();
    let status = loop {
        match receiver.recv_timeout(Duration::ZERO) {
            Ok(value) => values.push(value),
            Err(RecvTimeoutError::Timeout) => break Status::Open,
            Err(RecvTimeoutError::Disconnected) => break Status::Closed,
        }
    };
    (values, status)
}
