// wrong: waits for data alone once it has an item
// finding: a_stop_is_noticed_while_data_is_idle: deadlock

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
                Ok(item) => {
                    items.push(item);
                    break;
                }
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
    while stop.try_recv().is_err() {
        match data.recv_timeout(idle) {
            Ok(item) => items.push(item),
            Err(error) if error.is_timeout() => return (items, Why::Idle),
            Err(_) => return (items, Why::Closed),
        }
    }
    (items, Why::Stopped)
}
