// wrong: takes one value and leaves the others in the channel
// finding: values_of_an_open_channel: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    match receiver.try_recv() {
        Ok(value) => (vec![value], Status::Open),
        Err(TryRecvError::Empty) => (Vec::new(), Status::Open),
        Err(TryRecvError::Disconnected) => (Vec::new(), Status::Closed),
    }
}
