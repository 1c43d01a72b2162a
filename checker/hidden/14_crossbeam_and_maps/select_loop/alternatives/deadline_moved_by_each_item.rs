// right: a deadline that each item moves on

use std::time::Duration;

use std::time::Instant;

use crossbeam::channel::{Receiver, never, select_biased};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let mut deadline = Instant::now() + idle;
    loop {
        select_biased! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = never(),
            },
            recv(data) -> message => match message {
                Ok(item) => {
                    items.push(item);
                    deadline = Instant::now() + idle;
                }
                Err(_) => return (items, Why::Closed),
            },
            default(deadline.saturating_duration_since(Instant::now())) => return (items, Why::Idle),
        }
    }
}
