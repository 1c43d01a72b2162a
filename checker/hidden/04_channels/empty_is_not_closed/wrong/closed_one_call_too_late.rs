// wrong: says `Open` whenever there was a value; whether more can come is another question
// finding: values_of_a_closed_channel: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values = Vec::new();
    loop {
        match receiver.try_recv() {
            Ok(value) => values.push(value),
            Err(TryRecvError::Disconnected) if values.is_empty() => return (values, Status::Closed),
            Err(_) => return (values, Status::Open),
        }
    }
}
