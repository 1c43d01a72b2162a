//! `std::sync::mpsc`: a queue behind a lock and a condition variable. (Loom's has no bound and never disconnects.)

mod queue;
mod receiver;
mod sender;

use real_std::panic::Location;
use real_std::sync::Arc;

use queue::Queue;

pub use real_std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
pub use receiver::{IntoIter, Iter, Receiver, TryIter};
pub use sender::{Sender, SyncSender};

#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let caller = Location::caller();
    let queue = Arc::new(Queue::new(None, caller));
    (Sender::of(Arc::clone(&queue), caller), Receiver::of(queue))
}

#[track_caller]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let caller = Location::caller();
    let queue = Arc::new(Queue::new(Some(bound), caller));
    (SyncSender::of(Arc::clone(&queue), caller), Receiver::of(queue))
}
