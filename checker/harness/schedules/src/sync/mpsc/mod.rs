//! [`std::sync::mpsc`](real_std::sync::mpsc) over modelled threads.

mod channel;
mod receiver;
mod sender;

use real_std::panic::Location;
use real_std::sync::Arc;

use channel::Channel;

pub use real_std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
pub use receiver::{IntoIter, Iter, Receiver, TryIter};
pub use sender::{Sender, SyncSender};

/// A channel that takes any number of messages.
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(None, Location::caller()));
    (Sender::new(Arc::clone(&channel), Location::caller()), Receiver::new(channel))
}

/// A channel that takes so many messages; with 0, each is handed over in person.
#[track_caller]
pub fn sync_channel<T>(capacity: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(Some(capacity), Location::caller()));
    (SyncSender::new(Arc::clone(&channel), Location::caller()), Receiver::new(channel))
}
