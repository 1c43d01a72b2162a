// wrong: adds the idle time to the deadline with each item, so that it lies far ahead after a few
// finding: no_more_items_is_idle: wrong_result

use std::time::{Duration, Instant};

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
                    deadline += idle;
                    items.push(item);
                }
                Err(_) => return (items, Why::Closed),
            },
            default(deadline.saturating_duration_since(Instant::now())) => return (items, Why::Idle),
        }
    }
}
