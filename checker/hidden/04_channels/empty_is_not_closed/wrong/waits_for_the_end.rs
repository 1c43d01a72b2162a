// wrong: a loop over the receiver ends only when every sender is gone
// finding: it_does_not_wait_for_values: deadlock

use std::sync::mpsc::Receiver;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    (receiver.iter().collect(), Status::Closed)
}
