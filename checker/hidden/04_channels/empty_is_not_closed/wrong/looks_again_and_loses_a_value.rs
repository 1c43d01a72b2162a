// wrong: asks a second time to find out the status, and throws away what comes with the answer
// finding: nothing_is_lost_while_a_sender_sends: wrong_result

use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let values = receiver.try_iter().collect();
    match receiver.try_recv() {
        Err(TryRecvError::Disconnected) => (values, Status::Closed),
        _ => (values, Status::Open),
    }
}
