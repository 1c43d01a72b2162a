// wrong: takes at most 16 values in one call
// finding: many_values_at_once: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(r: &Receiver<T>) -> (Vec<T>, Status) {
    let mut v = vec![];
    for _ in 0..16 {
        match r.try_recv() {
            Ok(x) => v.push(x),
            Err(TryRecvError::Empty) => return (v, Status::Open),
            Err(_) => return (v, Status::Closed),
        }
    }
    (v, Status::Open)
}
