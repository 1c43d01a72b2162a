// right: a fair select over all three, with a look at stop and a new `after` before each turn

use std::time::Duration;

use crossbeam::channel::{Receiver, after, never};
use crossbeam::select;

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
        if let Some(channel) = &stop
            && channel.try_recv().is_ok()
        {
            return (items, Why::Stopped);
        }
        let nobody = never();
        select! {
            recv(data) -> message => {
                let Ok(item) = message else { return (items, Why::Closed) };
                items.push(item);
            }
            recv(stop.as_ref().unwrap_or(&nobody)) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                Err(_) => stop = None,
            },
            recv(after(idle)) -> _ => return (items, Why::Idle),
        }
    }
}
