// right: an iterator over the tries notes how the last one failed

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(r: &Receiver<T>) -> (Vec<T>, Status) {
    let mut end = TryRecvError::Empty;
    let v = std::iter::from_fn(|| r.try_recv().inspect_err(|e| end = *e).ok()).collect();
    (v, if end == TryRecvError::Empty { Status::Open } else { Status::Closed })
}
