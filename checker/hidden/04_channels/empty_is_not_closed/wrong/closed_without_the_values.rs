// wrong: forgets the values when it finds that the channel is closed
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
            Err(TryRecvError::Empty) => return (values, Status::Open),
            Err(TryRecvError::Disconnected) => return (Vec::new(), Status::Closed),
        }
    }
}
