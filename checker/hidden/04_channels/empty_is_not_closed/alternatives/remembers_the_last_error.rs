// right: collects until an error comes, and keeps the error for later

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut last = None;
    let values = std::iter::from_fn(|| receiver.try_recv().map_err(|error| last = Some(error)).ok()).collect();
    match last {
        Some(TryRecvError::Disconnected) => (values, Status::Closed),
        _ => (values, Status::Open),
    }
}
