//! The ends that send.

use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Caller, Cause, Identity};
use threadlings_schedules::time::Instant;

use super::choice::{End, Operation, Rule, Timeout, Waiter, choose};
use super::queue::{Channel, Side};
use super::{SendError, SendTimeoutError, TrySendError, deadline};

/// `crossbeam::channel::Sender`.
pub struct Sender<T> {
    channel: Arc<Channel<T>>,
    number: usize,
}

impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for Sender<T> {}

impl<T> Sender<T> {
    pub(super) fn new(channel: Arc<Channel<T>>, made: Caller) -> Self {
        let number = channel.add_sender(made);
        Sender { channel, number }
    }

    /// Sends a message; waits until there is room.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        let result = self.send_within("send", message, Timeout::Never, Location::caller());
        result.map_err(|error| SendError(error.into_inner()))
    }

    /// Sends a message if there is room.
    ///
    /// # Errors
    /// The message, if there is no receiver or no room.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        let caller = Location::caller();
        let result = self.send_within("try_send", message, Timeout::Now, caller);
        if result.is_err() {
            outside::give_way_if_repeated(caller, &self.channel.identity);
        }
        result.map_err(|error| match error {
            SendTimeoutError::Timeout(message) => TrySendError::Full(message),
            SendTimeoutError::Disconnected(message) => TrySendError::Disconnected(message),
        })
    }

    /// Sends a message; waits for room so long.
    ///
    /// # Errors
    /// The message, if there is no receiver or was no room.
    #[track_caller]
    pub fn send_timeout(&self, message: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_within("send_timeout", message, deadline(timeout).into(), Location::caller())
    }

    /// Sends a message; waits for room until that time.
    ///
    /// # Errors
    /// The message, if there is no receiver or was no room.
    #[track_caller]
    pub fn send_deadline(&self, message: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        self.send_within("send_deadline", message, deadline.nanoseconds().into(), Location::caller())
    }

    fn send_within(
        &self,
        operation: &'static str,
        message: T,
        timeout: Timeout,
        caller: Caller,
    ) -> Result<(), SendTimeoutError<T>> {
        let text = text(&message);
        let waits = || {
            outside::waits(outside::current_thread(), caller, operation, Some(&self.channel.identity), Cause::Room);
        };
        let this = [Operation { index: 0, end: self }];
        let result = match choose(&this, Rule { biased: true, claims: true }, timeout, &waits) {
            Some(chosen) => self.channel.send(chosen.ticket, message).map_err(|error| error.into()),
            None => Err(SendTimeoutError::Timeout(message)),
        };
        let problem = match &result {
            Ok(()) => None,
            Err(SendTimeoutError::Timeout(_)) => Some("the channel is full"),
            Err(SendTimeoutError::Disconnected(_)) => Some("the receiver is gone"),
        };
        self.record(operation, text, problem, caller);
        result
    }

    /// Does what was chosen.
    pub(super) fn send_chosen(&self, ticket: u64, message: T, caller: Caller) -> Result<(), SendError<T>> {
        let text = text(&message);
        let result = self.channel.send(ticket, message);
        self.record("send", text, result.is_err().then_some("the receiver is gone"), caller);
        result
    }

    fn record(&self, operation: &'static str, text: Option<String>, problem: Option<&str>, caller: Caller) {
        outside::step(outside::current_thread(), caller, operation, |step| {
            step.on(&self.channel.identity);
            if let Some(text) = text {
                step.wrote(text);
            }
            if let Some(problem) = problem {
                step.read("Err").note(problem);
            }
        });
        // What the thread does next, dropping things for one, may come after what the receiver does next.
        outside::switch();
    }

    /// How many messages are in the channel.
    #[track_caller]
    pub fn len(&self) -> usize {
        super::receiver::look("len", &self.channel.identity, Location::caller(), || self.channel.len())
    }

    /// Whether there is no message in the channel.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        super::receiver::look("is_empty", &self.channel.identity, Location::caller(), || self.channel.len() == 0)
    }

    /// Whether there is no room in the channel.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        let is_full = || Some(self.channel.len()) == self.channel.capacity;
        super::receiver::look("is_full", &self.channel.identity, Location::caller(), is_full)
    }

    /// How many messages fit into the channel, if not any number.
    pub fn capacity(&self) -> Option<usize> {
        self.channel.capacity
    }

    /// Whether both send into the same channel.
    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        Arc::ptr_eq(&self.channel, &other.channel)
    }
}

fn text<T>(message: &T) -> Option<String> {
    if outside::is_recording() { outside::value_text(message) } else { None }
}

impl<T> End for Sender<T> {
    fn is_ready(&self) -> bool {
        self.channel.is_ready(Side::Sending)
    }

    fn claim(&self, ticket: u64) {
        self.channel.claim(Side::Sending, ticket);
    }

    fn register(&self, waiter: &Arc<Waiter>, operation: usize, meets: bool) {
        self.channel.register(Side::Sending, waiter, operation, meets);
    }

    fn unregister(&self, waiter: &Arc<Waiter>) {
        self.channel.unregister(waiter);
    }

    fn identity(&self) -> &Identity {
        &self.channel.identity
    }
}

impl<T> Clone for Sender<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Sender::new(Arc::clone(&self.channel), Location::caller())
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        // Nobody notices when any but the last is dropped.
        if self.channel.ends().0 == 1 {
            outside::switch();
        }
        let left = self.channel.remove_sender(self.number);
        // Not where it was made: a drop has no line.
        outside::step(outside::current_thread(), Location::caller(), "drop", |step| {
            step.on(&self.channel.identity);
            match left {
                0 => step.note("the last sender is gone"),
                _ => step.dull(),
            };
        });
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("Sender { .. }")
    }
}
