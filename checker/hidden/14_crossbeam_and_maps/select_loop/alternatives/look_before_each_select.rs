// right: a fair select, with a look at stop before each turn

use std::time::Duration;

use crossbeam::channel::{Receiver, TryRecvError, never};
use crossbeam::select;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let mut stop = stop;
    loop {
        match stop.try_recv() {
            Ok(()) => return (items, Why::Stopped),
            Err(TryRecvError::Empty) => (),
            Err(TryRecvError::Disconnected) => stop = never(),
        }
        select! {
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            recv(stop) -> message => {
                if message.is_ok() {
                    return (items, Why::Stopped);
                }
            }
            default(idle) => return (items, Why::Idle),
        }
    }
}
