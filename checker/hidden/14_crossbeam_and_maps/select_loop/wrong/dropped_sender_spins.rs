// wrong: ignores the end of the stop channel, which is ready again in the next turn
// finding: a_dropped_stop_sender_is_no_stop: livelock

use std::time::Duration;

use crossbeam::channel::{Receiver, select_biased};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        select_biased! {
            recv(stop) -> message => {
                if message.is_ok() {
                    return (items, Why::Stopped);
                }
            }
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
