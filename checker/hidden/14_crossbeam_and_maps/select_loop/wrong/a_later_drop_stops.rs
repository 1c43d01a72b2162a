// wrong: asks only at the start whether stop has a sender, and takes a later drop for a stop
// finding: a_stop_sender_that_is_dropped_meanwhile_is_no_stop: wrong_result

use crossbeam::channel::{Receiver, TryRecvError, never, select_biased};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    match stop.try_recv() {
        Ok(()) => return (items, Why::Stopped),
        Err(TryRecvError::Disconnected) => stop = never(),
        Err(TryRecvError::Empty) => (),
    }
    loop {
        select_biased! {
            recv(stop) -> _ => return (items, Why::Stopped),
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
