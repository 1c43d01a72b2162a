// right: a fold over endless tries that breaks with the status

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Closed,
}

pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let tries = std::iter::repeat_with(|| receiver.try_recv());
    let end = tries.into_iter().try_fold(Vec::new(), |mut values, result| match result {
        Ok(value) => {
            values.push(value);
            ControlFlow::Continue(values)
        }
        Err(TryRecvError::Empty) => ControlFlow::Break((values, Status::Open)),
        Err(TryRecvError::Disconnected) => ControlFlow::Break((values, Status::Closed)),
    });
    match end {
        ControlFlow::Break(end) => end,
        ControlFlow::Continue(_) => unreachable!("there is always another try"),
    }
}
