// wrong: believes that data is there when it is called ready, and receives; `ready_timeout` may return for no reason
// finding: no_items_is_idle: wrong_result

use std::time::Duration;

use crossbeam::channel::{Receiver, Select, TryRecvError, never};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        match stop.try_recv() {
            Ok(()) => return (items, Why::Stopped),
            Err(TryRecvError::Disconnected) => stop = never(),
            Err(TryRecvError::Empty) => (),
        }
        let mut select = Select::new();
        let of_data = select.recv(&data);
        select.recv(&stop);
        match select.ready_timeout(idle) {
            Err(_) => return (items, Why::Idle),
            Ok(index) if index == of_data => match data.recv() {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            Ok(_) => (),
        }
    }
}
