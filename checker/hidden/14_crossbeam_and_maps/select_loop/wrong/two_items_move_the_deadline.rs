// wrong: moves the deadline with the first two items only
// finding: the_idle_time_starts_anew_with_each_item: wrong_result

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
                    if items.len() < 2 {
                        deadline = Instant::now() + idle;
                    }
                    items.push(item);
                }
                Err(_) => return (items, Why::Closed),
            },
            default(deadline.saturating_duration_since(Instant::now())) => return (items, Why::Idle),
        }
    }
}
