// wrong: takes an item that is the same as the last for one it already has
// finding: what_is_queued_in_a_closed_channel_is_collected: wrong_result

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
            recv(data) -> message => match message {
                Ok(item) if items.last() == Some(&item) => (),
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
