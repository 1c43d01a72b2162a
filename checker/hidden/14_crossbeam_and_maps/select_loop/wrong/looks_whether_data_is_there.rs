// wrong: looks whether data is there and receives; another receiver may have been faster
// finding: two_loops_share_the_data: deadlock

use std::time::{Duration, Instant};

use crossbeam::channel::{Receiver, Select, TryRecvError, never};

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
        match stop.try_recv() {
            Ok(()) => return (items, Why::Stopped),
            Err(TryRecvError::Disconnected) => stop = never(),
            Err(TryRecvError::Empty) => (),
        }
        if !data.is_empty() {
            items.push(data.recv().unwrap());
            deadline = Instant::now() + idle;
            continue;
        }
        match data.try_recv() {
            Ok(item) => {
                items.push(item);
                deadline = Instant::now() + idle;
                continue;
            }
            Err(TryRecvError::Disconnected) => return (items, Why::Closed),
            Err(TryRecvError::Empty) => (),
        }
        let mut select = Select::new();
        select.recv(&data);
        select.recv(&stop);
        if select.ready_deadline(deadline).is_err() {
            return (items, Why::Idle);
        }
    }
}
