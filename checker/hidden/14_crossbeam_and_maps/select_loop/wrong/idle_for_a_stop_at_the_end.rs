// wrong: calls it idle when data is closed and a stop is there
// finding: a_stop_and_the_end_of_data: wrong_result

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
                Ok(item) => items.push(item),
                Err(_) if stop.is_empty() => return (items, Why::Closed),
                Err(_) => return (items, Why::Idle),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
