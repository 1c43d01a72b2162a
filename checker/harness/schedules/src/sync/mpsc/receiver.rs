//! The end that receives.

use real_std::fmt;
use real_std::marker::PhantomData;
use real_std::panic::Location;
use real_std::sync::Arc;
use real_std::sync::mpsc::{RecvError, RecvTimeoutError, TryRecvError};
use real_std::time::Duration;

use threadlings_trace::{Caller, is_recording, step};

use super::channel::Channel;
use crate::engine::run::{self, Patience};
use crate::thread::until;

/// [`std::sync::mpsc::Receiver`](real_std::sync::mpsc::Receiver).
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
    /// It may move to another thread, but not be shared.
    not_shared: PhantomData<*const ()>,
}

// SAFETY: as in std: it moves the messages to the thread that has it.
unsafe impl<T: Send> Send for Receiver<T> {}

impl<T> Receiver<T> {
    pub(super) fn new(channel: Arc<Channel<T>>) -> Self {
        Receiver { channel, not_shared: PhantomData }
    }

    /// Waits for a message.
    ///
    /// # Errors
    /// If there is none and all senders are gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive("recv", Location::caller()).map_err(|_| RecvError)
    }

    /// Waits for a message so long.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn recv_timeout(&self, duration: Duration) -> Result<T, RecvTimeoutError> {
        let caller = Location::caller();
        run::switch();
        let result = self.channel.recv("recv_timeout", until(duration), caller);
        self.record("recv_timeout", result.as_ref().map_err(timeout_text), caller);
        result
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive_at_once("try_recv", Location::caller())
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

    fn receive(&self, operation: &'static str, caller: Caller) -> Result<T, RecvTimeoutError> {
        run::switch();
        let result = self.channel.recv(operation, Patience::Endless, caller);
        self.record(operation, result.as_ref().map_err(timeout_text), caller);
        result
    }

    fn receive_at_once(&self, operation: &'static str, caller: Caller) -> Result<T, TryRecvError> {
        run::switch();
        let result = self.channel.try_recv();
        let text = |error: &TryRecvError| match error {
            TryRecvError::Empty => "there is no message",
            TryRecvError::Disconnected => "all senders are gone",
        };
        self.record(operation, result.as_ref().map_err(text), caller);
        if result.is_err() {
            crate::thread::give_way_if_repeated(caller, &self.channel.identity);
        }
        result
    }

    fn record(&self, operation: &'static str, result: Result<&T, &'static str>, caller: Caller) {
        if is_recording() {
            step(run::me(), caller, operation, |step| {
                step.on(&self.channel.identity);
                match result {
                    Ok(message) => step.read_value(message),
                    Err(why) => step.read("Err").note(why),
                };
            });
        }
    }
}

fn timeout_text(error: &RecvTimeoutError) -> &'static str {
    match error {
        RecvTimeoutError::Timeout => "times out",
        RecvTimeoutError::Disconnected => "all senders are gone",
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if self.channel.has_senders() {
            run::switch();
        }
        self.channel.remove_receiver();
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Receiver").finish_non_exhaustive()
    }
}

/// [`std::sync::mpsc::Iter`](real_std::sync::mpsc::Iter).
#[derive(Debug)]
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

/// [`std::sync::mpsc::TryIter`](real_std::sync::mpsc::TryIter).
#[derive(Debug)]
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

/// [`std::sync::mpsc::IntoIter`](real_std::sync::mpsc::IntoIter).
#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    caller: Caller,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", self.caller).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive_at_once("try_recv", self.caller).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", self.caller).ok()
    }
}

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
