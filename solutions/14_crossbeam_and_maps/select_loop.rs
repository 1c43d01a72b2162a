//! A loop around select: stop first, then data, and a timeout that starts anew each time round.

use std::time::Duration;

use crossbeam::channel::{Receiver, never, select_biased};

/// Why the collection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A message came on `stop`.
    Stopped,
    /// Nothing came on `data` for too long.
    Idle,
    /// Nothing can come on `data` any more.
    Closed,
}

/// Collects items until it is stopped, or nothing comes for as long as `idle`, or `data` is closed.
pub fn collect_until(data: Receiver<u32>, mut stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    loop {
        // Biased: of several arms that are ready it takes the first, so a full queue cannot hide a stop. `select!` is
        // fair, that is, it takes one at random; with it a look at `stop` before each turn would be needed.
        select_biased! {
            recv(stop) -> message => match message {
                Ok(()) => return (items, Why::Stopped),
                // A closed channel is always ready. `never` takes its place, or this arm would win for ever.
                Err(_) => stop = never(),
            },
            recv(data) -> message => match message {
                Ok(item) => items.push(item),
                Err(_) => return (items, Why::Closed),
            },
            // Counts from the beginning of this turn, and only if no other arm is ready: an item that came in time is
            // not lost to the clock. A channel made with `after` before the loop would count from the start.
            default(idle) => return (items, Why::Idle),
        }
    }
}
