//! The ends that send.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::Arc;
use real_std::sync::mpsc::{SendError, TrySendError};

use threadlings_trace::{Caller, is_recording, step, value_text};

use super::channel::Channel;
use crate::engine::run;

/// [`std::sync::mpsc::Sender`](real_std::sync::mpsc::Sender).
pub struct Sender<T> {
    end: End<T>,
}

/// [`std::sync::mpsc::SyncSender`](real_std::sync::mpsc::SyncSender).
pub struct SyncSender<T> {
    end: End<T>,
}

struct End<T> {
    channel: Arc<Channel<T>>,
    number: usize,
}

impl<T> Sender<T> {
    pub(super) fn new(channel: Arc<Channel<T>>, made: Caller) -> Self {
        Sender { end: End::new(channel, made) }
    }

    /// Sends a message.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.end.send(message, Location::caller())
    }
}

impl<T> SyncSender<T> {
    pub(super) fn new(channel: Arc<Channel<T>>, made: Caller) -> Self {
        SyncSender { end: End::new(channel, made) }
    }

    /// Sends a message; waits until there is room.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.end.send(message, Location::caller())
    }

    /// Sends a message if there is room.
    ///
    /// # Errors
    /// The message, if there is no receiver or no room.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        let caller = Location::caller();
        run::switch();
        let text = self.end.text(&message);
        let result = self.end.channel.try_send(message);
        let problem = match &result {
            Ok(()) => None,
            Err(TrySendError::Full(_)) => Some("the channel is full"),
            Err(TrySendError::Disconnected(_)) => Some("the receiver is gone"),
        };
        self.end.record("try_send", text, problem, caller);
        if problem.is_some() {
            crate::thread::give_way_if_repeated(caller, &self.end.channel.identity);
        }
        result
    }
}

impl<T> Clone for Sender<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Sender::new(Arc::clone(&self.end.channel), Location::caller())
    }
}

impl<T> Clone for SyncSender<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        SyncSender::new(Arc::clone(&self.end.channel), Location::caller())
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for SyncSender<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SyncSender").finish_non_exhaustive()
    }
}

impl<T> End<T> {
    fn new(channel: Arc<Channel<T>>, made: Caller) -> Self {
        let number = channel.add_sender(made);
        End { channel, number }
    }

    fn send(&self, message: T, caller: Caller) -> Result<(), SendError<T>> {
        run::switch();
        let text = self.text(&message);
        let result = self.channel.send(message, caller);
        self.record("send", text, result.is_err().then_some("the receiver is gone"), caller);
        // What the thread does next, dropping things for one, may come after what the receiver does next.
        run::switch();
        result.map_err(SendError)
    }

    fn text(&self, message: &T) -> Option<String> {
        if is_recording() { value_text(message) } else { None }
    }

    fn record(&self, operation: &'static str, text: Option<String>, problem: Option<&str>, caller: Caller) {
        step(run::me(), caller, operation, |step| {
            step.on(&self.channel.identity);
            if let Some(text) = text {
                step.wrote(text);
            }
            if let Some(problem) = problem {
                step.read("Err").note(problem);
            }
        });
    }
}

impl<T> Drop for End<T> {
    fn drop(&mut self) {
        if self.channel.has_one_sender() {
            run::switch();
        }
        let left = self.channel.remove_sender(self.number);
        // Not where it was made: a drop has no line.
        step(run::me(), Location::caller(), "drop", |step| {
            step.on(&self.channel.identity);
            match left {
                0 => step.note("the last sender is gone"),
                _ => step.dull(),
            };
        });
    }
}
