// right: asks a second time to find out the status; a value that comes with the answer is kept

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values: Vec<T> = receiver.try_iter().collect();
    loop {
        match receiver.try_recv() {
            Ok(value) => values.extend(std::iter::once(value).chain(receiver.try_iter())),
            Err(TryRecvError::Empty) => return (values, Status::Open),
            Err(TryRecvError::Disconnected) => return (values, Status::Closed),
        }
    }
}
