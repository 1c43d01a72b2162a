// wrong: waits for data alone, and looks at stop only in between
// finding: a_stop_is_noticed_while_data_is_idle: deadlock

use std::time::Duration;

use crossbeam::channel::{Receiver, RecvTimeoutError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        if stop.try_recv().is_ok() {
            return (items, Why::Stopped);
        }
        match data.recv_timeout(idle) {
            Ok(item) => items.push(item),
            Err(RecvTimeoutError::Timeout) => return (items, Why::Idle),
            Err(RecvTimeoutError::Disconnected) => return (items, Why::Closed),
        }
    }
}
