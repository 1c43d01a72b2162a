// wrong: looks again and again until every sender is gone
// finding: it_does_not_wait_for_values: livelock

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
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => return (values, Status::Closed),
        }
    }
}
