// wrong: looks at data, and then waits for stop for the whole idle time
// finding: data_is_noticed_while_nobody_stops: deadlock

use std::time::Duration;

use crossbeam::channel::{Receiver, RecvTimeoutError, TryRecvError, never};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        match data.try_recv() {
            Ok(item) => items.push(item),
            Err(TryRecvError::Disconnected) => return (items, Why::Closed),
            Err(TryRecvError::Empty) => match stop.recv_timeout(idle) {
                Ok(()) => return (items, Why::Stopped),
                Err(RecvTimeoutError::Timeout) if data.is_empty() => return (items, Why::Idle),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => stop = never(),
            },
        }
        match stop.try_recv() {
            Ok(()) => return (items, Why::Stopped),
            Err(TryRecvError::Disconnected) => stop = never(),
            Err(TryRecvError::Empty) => {}
        }
    }
}
