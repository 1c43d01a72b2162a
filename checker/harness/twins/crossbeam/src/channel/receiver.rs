//! The ends that receive.

use std::fmt;
use std::fmt::Debug;
use std::iter::FusedIterator;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Caller, Cause, Identity};
use threadlings_schedules::time::Instant;

use super::choice::{End, Operation, Rule, Timeout, Waiter, choose};
use super::queue::{Channel, Side};
use super::timer::Timer;
use super::{RecvError, RecvTimeoutError, TryRecvError, deadline};

/// `crossbeam::channel::Receiver`.
pub struct Receiver<T> {
    source: Source<T>,
}

enum Source<T> {
    Channel(Arc<Channel<T>>),
    Timer(Arc<Timer<T>>),
}

impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

impl<T> Receiver<T> {
    pub(super) fn of_channel(channel: Arc<Channel<T>>) -> Self {
        channel.add_receiver();
        Receiver { source: Source::Channel(channel) }
    }

    pub(super) fn of_timer(timer: Timer<T>) -> Self {
        Receiver { source: Source::Timer(Arc::new(timer)) }
    }

    /// Waits for a message.
    ///
    /// # Errors
    /// If there is none and all senders are gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive(Location::caller())
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive_at_once(Location::caller())
    }

    /// Waits for a message so long.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.receive_within("recv_timeout", deadline(timeout).into(), "times out", Location::caller())
    }

    /// Waits for a message until that time.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        self.receive_within("recv_deadline", deadline.nanoseconds().into(), "times out", Location::caller())
    }

    fn receive(&self, caller: Caller) -> Result<T, RecvError> {
        self.receive_within("recv", Timeout::Never, "", caller).map_err(|_| RecvError)
    }

    fn receive_at_once(&self, caller: Caller) -> Result<T, TryRecvError> {
        let result = self.receive_within("try_recv", Timeout::Now, "there is no message", caller);
        if result.is_err() {
            outside::give_way_if_repeated(caller, self.identity());
        }
        result.map_err(|error| match error {
            RecvTimeoutError::Timeout => TryRecvError::Empty,
            RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
        })
    }

    fn receive_within(
        &self,
        operation: &'static str,
        timeout: Timeout,
        too_late: &'static str,
        caller: Caller,
    ) -> Result<T, RecvTimeoutError> {
        let waits = || {
            outside::waits(outside::current_thread(), caller, operation, Some(self.identity()), Cause::Message);
        };
        let this = [Operation { index: 0, end: self }];
        match choose(&this, Rule { biased: true, claims: true }, timeout, &waits) {
            Some(chosen) => {
                self.receive_as(operation, chosen.ticket, caller).map_err(|_| RecvTimeoutError::Disconnected)
            }
            None => {
                self.record(operation, Err(too_late), caller);
                Err(RecvTimeoutError::Timeout)
            }
        }
    }

    /// Does what was chosen.
    pub(super) fn receive_chosen(&self, ticket: u64, caller: Caller) -> Result<T, RecvError> {
        self.receive_as("recv", ticket, caller)
    }

    fn receive_as(&self, operation: &'static str, ticket: u64, caller: Caller) -> Result<T, RecvError> {
        match &self.source {
            Source::Channel(channel) => {
                let result = channel.receive(ticket);
                self.record(operation, result.as_ref().map_err(|_| "all senders are gone"), caller);
                result
            }
            Source::Timer(timer) => {
                outside::step(outside::current_thread(), caller, operation, |step| {
                    step.on(&timer.identity).note("its time has come");
                });
                Ok(timer.receive(ticket))
            }
        }
    }

    fn record(&self, operation: &'static str, result: Result<&T, &'static str>, caller: Caller) {
        outside::step(outside::current_thread(), caller, operation, |step| {
            step.on(self.identity());
            match result {
                Ok(message) => step.read_value(message),
                Err(why) => step.read("Err").note(why),
            };
        });
    }

    /// The messages, one after the other, until all senders are gone.
    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, caller: Location::caller() }
    }

    /// The messages that are there.
    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, caller: Location::caller() }
    }

    /// How many messages are in the channel.
    #[track_caller]
    pub fn len(&self) -> usize {
        look("len", self.identity(), Location::caller(), || self.messages())
    }

    /// Whether there is no message in the channel.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        look("is_empty", self.identity(), Location::caller(), || self.messages() == 0)
    }

    /// Whether there is no room in the channel.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        look("is_full", self.identity(), Location::caller(), || Some(self.messages()) == self.capacity())
    }

    fn messages(&self) -> usize {
        match &self.source {
            Source::Channel(channel) => channel.len(),
            Source::Timer(timer) => usize::from(timer.is_ready()),
        }
    }

    /// How many messages fit into the channel, if not any number.
    pub fn capacity(&self) -> Option<usize> {
        match &self.source {
            Source::Channel(channel) => channel.capacity,
            Source::Timer(timer) => Some(usize::from(!timer.is_never())),
        }
    }

    /// Whether both receive from the same channel.
    pub fn same_channel(&self, other: &Receiver<T>) -> bool {
        match (&self.source, &other.source) {
            (Source::Channel(one), Source::Channel(other)) => Arc::ptr_eq(one, other),
            (Source::Timer(one), Source::Timer(other)) => Arc::ptr_eq(one, other) || one.is_never() && other.is_never(),
            _ => false,
        }
    }
}

/// Looks at a channel, of which another thread may make something else at once.
pub(super) fn look<V: Debug>(operation: &'static str, channel: &Identity, caller: Caller, look: impl Fn() -> V) -> V {
    outside::switch();
    let value = look();
    outside::step(outside::current_thread(), caller, operation, |step| {
        step.on(channel).read_debug(&value);
    });
    outside::give_way_if_repeated(caller, channel);
    value
}

impl<T> End for Receiver<T> {
    fn is_ready(&self) -> bool {
        match &self.source {
            Source::Channel(channel) => channel.is_ready(Side::Receiving),
            Source::Timer(timer) => timer.is_ready(),
        }
    }

    fn claim(&self, ticket: u64) {
        match &self.source {
            Source::Channel(channel) => channel.claim(Side::Receiving, ticket),
            Source::Timer(timer) => timer.claim(ticket),
        }
    }

    fn register(&self, waiter: &Arc<Waiter>, operation: usize, meets: bool) {
        if let Source::Channel(channel) = &self.source {
            channel.register(Side::Receiving, waiter, operation, meets);
        }
    }

    fn unregister(&self, waiter: &Arc<Waiter>) {
        if let Source::Channel(channel) = &self.source {
            channel.unregister(waiter);
        }
    }

    fn deadline(&self) -> Option<u64> {
        match &self.source {
            Source::Channel(_) => None,
            Source::Timer(timer) => timer.next(),
        }
    }

    fn identity(&self) -> &Identity {
        match &self.source {
            Source::Channel(channel) => &channel.identity,
            Source::Timer(timer) => &timer.identity,
        }
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        match &self.source {
            Source::Channel(channel) => Receiver::of_channel(Arc::clone(channel)),
            Source::Timer(timer) => Receiver { source: Source::Timer(Arc::clone(timer)) },
        }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Source::Channel(channel) = &self.source {
            // Nobody notices when any but the last is dropped, nor when nobody sends.
            let (senders, receivers) = channel.ends();
            if receivers == 1 && senders > 0 {
                outside::switch();
            }
            channel.remove_receiver();
        }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("Receiver { .. }")
    }
}

/// `crossbeam::channel::Iter`.
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

/// `crossbeam::channel::TryIter`.
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

/// `crossbeam::channel::IntoIter`.
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    caller: Caller,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive(self.caller).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive_at_once(self.caller).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive(self.caller).ok()
    }
}

impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self, caller: Location::caller() }
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("Iter { .. }")
    }
}

impl<T> fmt::Debug for TryIter<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("TryIter { .. }")
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("IntoIter { .. }")
    }
}
