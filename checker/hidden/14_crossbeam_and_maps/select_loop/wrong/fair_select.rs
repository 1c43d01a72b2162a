// wrong: a fair select takes data or stop at random when both are ready
// finding: a_full_queue_does_not_hide_the_stop: wrong_result

use std::time::Duration;

use crossbeam::channel::{Receiver, never, select};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        select! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = never(),
            },
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
