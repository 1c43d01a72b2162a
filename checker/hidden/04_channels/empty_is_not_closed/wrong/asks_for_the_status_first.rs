// wrong: finds out the status before it takes the values, with a call that takes a value out
// finding: values_of_an_open_channel: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let status = match receiver.try_recv() {
        Err(TryRecvError::Disconnected) => Status::Closed,
        _ => Status::Open,
    };
    (receiver.try_iter().collect(), status)
}
