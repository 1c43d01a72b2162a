// wrong: waits a little for the next value once there has been one
// finding: no_time_passes: wrong_result

use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};

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
            Err(TryRecvError::Disconnected) => return (v, Status::Closed),
            Err(TryRecvError::Empty) if v.is_empty() => return (v, Status::Open),
            Err(_) => match r.recv_timeout(std::time::Duration::from_millis(1)) {
                Ok(x) => v.push(x),
                Err(RecvTimeoutError::Timeout) => return (v, Status::Open),
                Err(_) => return (v, Status::Closed),
            },
        }
    }
}
