// wrong: looks at data every ten milliseconds when stop has no sender any more
// finding: a_stop_sender_that_is_dropped_meanwhile_is_no_stop: wrong_result

use std::thread;
use std::time::{Duration, Instant};

use crossbeam::channel::{Receiver, TryRecvError, select_biased};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        select_biased! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => break,
            },
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            default(idle) => return (items, Why::Idle),
        }
    }
    let mut last = Instant::now();
    loop {
        match data.try_recv() {
            Ok(item) => {
                items.push(item);
                last = Instant::now();
            }
            Err(TryRecvError::Disconnected) => return (items, Why::Closed),
            Err(TryRecvError::Empty) if last.elapsed() >= idle => return (items, Why::Idle),
            Err(TryRecvError::Empty) => thread::sleep(Duration::from_millis(10)),
        }
    }
}
