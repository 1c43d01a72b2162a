// wrong: ignores that data is closed, and looks again, for ever
// finding: a_closed_channel_ends_the_collection: livelock

use std::time::Duration;

use crossbeam::channel::{Receiver, never, select_biased};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        select_biased! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = never(),
            },
            recv(data) -> message => {
                if let Ok(item) = message {
                    items.push(item);
                }
            }
            default(idle) => return (items, Why::Idle),
        }
    }
}
