// wrong: takes a call without values for the end
// finding: an_empty_channel_is_open: wrong_result

use std::sync::mpsc::Receiver;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let values: Vec<T> = receiver.try_iter().collect();
    let status = if values.is_empty() { Status::Closed } else { Status::Open };
    (values, status)
}
