// wrong: takes a closed channel for an empty one; whoever polls until the end never stops
// finding: values_of_a_closed_channel: wrong_result

use std::sync::mpsc::Receiver;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    (receiver.try_iter().collect(), Status::Open)
}
