// wrong: looks at both channels, and sleeps a millisecond before it looks again
// finding: a_stop_is_noticed_while_data_is_idle: wrong_result

use std::time::Duration;

use std::time::Instant;

use crossbeam::channel::{Receiver, TryRecvError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let mut last = Instant::now();
    loop {
        if stop.try_recv().is_ok() {
            return (items, Why::Stopped);
        }
        match data.try_recv() {
            Ok(item) => {
                items.push(item);
                last = Instant::now();
            }
            Err(TryRecvError::Disconnected) => return (items, Why::Closed),
            Err(TryRecvError::Empty) if last.elapsed() >= idle => return (items, Why::Idle),
            Err(TryRecvError::Empty) => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}
