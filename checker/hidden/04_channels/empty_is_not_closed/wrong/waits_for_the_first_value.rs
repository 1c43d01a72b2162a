// wrong: waits for a value, and only then takes what is there without waiting
// finding: it_does_not_wait_for_values: deadlock

use std::sync::mpsc::Receiver;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let Ok(first) = receiver.recv() else { return (Vec::new(), Status::Closed) };
    let mut values = vec![first];
    values.extend(receiver.try_iter());
    (values, Status::Open)
}
