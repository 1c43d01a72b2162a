// right: `Select` over as many channels as are still of interest

use std::time::Duration;

use crossbeam::channel::{Receiver, Select, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let mut stop = Some(stop);
    loop {
        if let Some(channel) = &stop {
            match channel.try_recv() {
                Ok(()) => return (items, Why::Stopped),
                Err(TryRecvError::Empty) => (),
                Err(TryRecvError::Disconnected) => stop = None,
            }
        }
        let mut select = Select::new();
        let data_index = select.recv(&data);
        if let Some(channel) = &stop {
            select.recv(channel);
        }
        match select.ready_timeout(idle) {
            Err(_) => return (items, Why::Idle),
            Ok(index) if index == data_index => match data.try_recv() {
                Ok(item) => items.push(item),
                Err(TryRecvError::Disconnected) => return (items, Why::Closed),
                Err(TryRecvError::Empty) => (),
            },
            // The next turn looks at stop.
            Ok(_) => (),
        }
    }
}
