// right: a loop that returns at each of the two errors

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values = Vec::new();
    loop {
        match receiver.try_recv() {
            Ok(value) => values.push(value),
            Err(TryRecvError::Empty) => return (values, Status::Open),
            Err(TryRecvError::Disconnected) => return (values, Status::Closed),
        }
    }
}
