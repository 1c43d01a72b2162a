// wrong: a fair select gets past the closed stop channel, but never finds that nothing is ready
// finding: a_dropped_stop_sender_keeps_nobody_awake: livelock

use std::time::Duration;

use crossbeam::channel::{Receiver, TryRecvError, select};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        match stop.try_recv() {
            Ok(()) => return (items, Why::Stopped),
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => (),
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
