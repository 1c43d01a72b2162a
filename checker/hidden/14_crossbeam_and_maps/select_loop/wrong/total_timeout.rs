// wrong: makes the timeout once, so it counts from the start
// finding: the_idle_time_starts_anew_with_each_item: wrong_result

use std::time::Duration;

use crossbeam::channel::{Receiver, after, never, select_biased};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let timeout = after(idle);
    loop {
        select_biased! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = never(),
            },
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            recv(timeout) -> _ => return (items, Why::Idle),
        }
    }
}
