//! `crossbeam::channel`.

#[doc(hidden)]
pub mod arms;
mod choice;
mod macros;
mod queue;
mod receiver;
mod select;
mod sender;
mod timer;

use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use threadlings_schedules::engine::outside;
use threadlings_schedules::time::Instant;

use queue::Channel;
use timer::Timer;

pub use crate::{select, select_biased};
pub use crossbeam::channel::{
    ReadyTimeoutError, RecvError, RecvTimeoutError, SelectTimeoutError, SendError, SendTimeoutError, TryReadyError,
    TryRecvError, TrySelectError, TrySendError,
};
pub use receiver::{IntoIter, Iter, Receiver, TryIter};
pub use select::{Select, SelectedOperation};
pub use sender::Sender;

/// A channel that takes any number of messages.
#[track_caller]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    ends(None, Location::caller())
}

/// A channel that takes so many messages; with 0, each is handed over in person.
#[track_caller]
pub fn bounded<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    ends(Some(capacity), Location::caller())
}

fn ends<T>(capacity: Option<usize>, made: outside::Caller) -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(capacity, made));
    (Sender::new(Arc::clone(&channel), made), Receiver::of_channel(channel))
}

/// A channel with one message, which comes after so long.
#[track_caller]
pub fn after(duration: Duration) -> Receiver<Instant> {
    Receiver::of_timer(Timer::new(deadline(duration), None, Instant::at_nanoseconds, Location::caller()))
}

/// A channel with one message, which comes at that time.
#[track_caller]
pub fn at(when: Instant) -> Receiver<Instant> {
    Receiver::of_timer(Timer::new(when.nanoseconds(), None, Instant::at_nanoseconds, Location::caller()))
}

/// A channel whose messages come again and again.
#[track_caller]
pub fn tick(period: Duration) -> Receiver<Instant> {
    let first = deadline(period);
    Receiver::of_timer(Timer::new(first, Some(period), Instant::at_nanoseconds, Location::caller()))
}

/// A channel whose message never comes.
#[track_caller]
pub fn never<T>() -> Receiver<T> {
    Receiver::of_timer(Timer::new(None, None, |_| unreachable!("its time never comes"), Location::caller()))
}

/// The virtual time after so long; none if the clock does not get there.
fn deadline(duration: Duration) -> Option<u64> {
    let nanoseconds = u64::try_from(duration.as_nanos()).ok()?;
    outside::now().checked_add(nanoseconds)
}
