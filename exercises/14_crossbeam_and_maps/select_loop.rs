//! # A loop around select
//!
//! `collect_until` collects items until it is told to stop, until nothing has come for a while, or until nothing more
//! can come. `select!` waits for several channels at once, but it does not know which of them matters more, nor what a
//! closed one means to you. The loop below has four faults. Find them with the contract in hand.
//!
//! ## Why it matters
//!
//! Every long-lived thread has such a loop: work, a signal to stop, a timeout. Typical faults are a shutdown that comes
//! late because there is always work, a connection cut off in the middle of its work because the timeout counts from
//! the start, and a core at 100 % because a closed channel is always ready.
//!
//! ## Contract
//!
//! `collect_until(data, stop, idle)` returns the items it has taken from `data`, in their order, and why it ended:
//!
//! - `Closed`: all senders of `data` are gone. Items that were still queued are returned.
//! - `Stopped`: a message came on `stop`. From then on at most one more item is taken, however many are queued.
//! - `Idle`: nothing has come on `data` for as long as `idle`. The time counts anew from each item.
//! - Senders of `stop` that are dropped without a message are no stop: the loop goes on as if there were none.
//! - Each item that is taken from `data` is returned. The others stay in the channel. Somebody else may receive from
//!   `data`, too.
//! - If `data` is closed and a stop is there, either answer is right.
//! - While it waits, the loop sleeps. It does not wake up now and then to look: a stop, an item and the end of `data` are
//!   noticed at once.
//!
//! Channels are those of `crossbeam::channel`.

use std::time::Duration;

use crossbeam::channel::{Receiver, after, select};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Stopped,
    Idle,
    Closed,
}

pub fn collect_until(data: Receiver<u32>, stop: Receiver<()>, idle: Duration) -> (Vec<u32>, Why) {
    let mut items = Vec::new();
    let timeout = after(idle);
    loop {
        // TODO: what does each of the three arms do when its channel is always ready? And when does `timeout` fire?
        select! {
            recv(data) -> message => {
                if let Ok(item) = message {
                    items.push(item);
                }
            }
            recv(stop) -> _ => return (items, Why::Stopped),
            recv(timeout) -> _ => return (items, Why::Idle),
        }
    }
}
