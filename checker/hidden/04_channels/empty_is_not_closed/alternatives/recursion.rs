// right: one value, and then what a further call returns

use std::sync::mpsc::{Receiver, TryRecvError};

pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    fn go_on<T>(receiver: &Receiver<T>, mut values: Vec<T>) -> (Vec<T>, Status) {
        match receiver.try_recv() {
            Ok(value) => {
                values.push(value);
                go_on(receiver, values)
            }
            Err(TryRecvError::Empty) => (values, Status::Open),
            Err(TryRecvError::Disconnected) => (values, Status::Closed),
        }
    }
    go_on(receiver, Vec::new())
}
