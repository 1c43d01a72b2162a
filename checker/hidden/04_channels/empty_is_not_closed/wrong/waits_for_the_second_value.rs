// wrong: waits for the second value when there is only one
// finding: it_does_not_wait_for_another_value: deadlock

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(r: &Receiver<T>) -> (Vec<T>, Status) {
    let mut v = vec![];
    loop {
        match r.try_recv() {
            Ok(x) => v.push(x),
            Err(TryRecvError::Empty) if v.len() == 1 => match r.recv() {
                Ok(x) => v.push(x),
                Err(_) => return (v, Status::Closed),
            },
            Err(TryRecvError::Empty) => return (v, Status::Open),
            Err(_) => return (v, Status::Closed),
        }
    }
}
