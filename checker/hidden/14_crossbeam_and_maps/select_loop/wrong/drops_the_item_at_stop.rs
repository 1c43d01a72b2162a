// wrong: looks at stop after it has received, and forgets the item in its hand
// finding: no_item_is_lost: wrong_result

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
            recv(data) -> message => {
                if stop.try_recv().is_ok() {
                    return (items, Why::Stopped);
                }
                match message {
                    Ok(item) => items.push(item),
                    Err(_) => return (items, Why::Closed),
                }
            }
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = never(),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
}
