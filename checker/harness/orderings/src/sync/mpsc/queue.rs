//! What both ends of a channel share.

use real_std::collections::VecDeque;

use threadlings_trace::{Cause, Identity};

use super::{TryRecvError, TrySendError};
use crate::record::{self, Caller};
use crate::sync::mutex::take;
use crate::sync::{Condvar, Mutex, MutexGuard};

/// A channel.
pub(super) struct Queue<T> {
    identity: Identity,
    /// None if there is no bound; 0 if each message is handed over in person.
    bound: Option<usize>,
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    messages: VecDeque<T>,
    senders: usize,
    /// How many senders there ever were.
    senders_made: usize,
    has_receiver: bool,
    sent: usize,
    received: usize,
}

impl<T> Queue<T> {
    pub(super) fn new(bound: Option<usize>, caller: Caller) -> Self {
        let messages = VecDeque::new();
        let state = State { messages, senders: 0, senders_made: 0, has_receiver: true, sent: 0, received: 0 };
        Queue { identity: Identity::new("channel", caller), bound, state: Mutex::new(state), changed: Condvar::new() }
    }

    pub(super) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Makes room for a sender, and returns its number.
    pub(super) fn add_sender(&self, caller: Caller) -> usize {
        let number = record::quietly(|| {
            let mut state = self.state();
            state.senders += 1;
            state.senders_made += 1;
            state.senders_made
        });
        threadlings_trace::sender_made(&self.identity, number, caller);
        number
    }

    pub(super) fn remove_sender(&self, number: usize) {
        threadlings_trace::sender_dropped(&self.identity, number);
        record::quietly(|| {
            self.state().senders -= 1;
            self.changed.notify_all();
        });
    }

    /// Ends the channel from the receiver's side.
    pub(super) fn remove_receiver(&self) {
        let left = record::quietly(|| {
            let mut state = self.state();
            state.has_receiver = false;
            let left = real_std::mem::take(&mut state.messages);
            drop(state);
            self.changed.notify_all();
            left
        });
        // These may have destructors that use the channel.
        drop(left);
    }

    /// Sends, and waits for room if `wait` says so.
    pub(super) fn send(&self, message: T, wait: bool, caller: Caller) -> Result<(), TrySendError<T>> {
        record::blocking(caller, "send", Some(&self.identity), Cause::Room, || {
            let mut state = self.state();
            while state.has_receiver && self.is_full(&state) {
                if !wait {
                    return Err(TrySendError::Full(message));
                }
                state = take(self.changed.wait(state));
            }
            if !state.has_receiver {
                return Err(TrySendError::Disconnected(message));
            }
            state.messages.push_back(message);
            state.sent += 1;
            let number = state.sent;
            self.changed.notify_all();
            while self.bound == Some(0) && state.has_receiver && state.received < number {
                state = take(self.changed.wait(state));
            }
            Ok(())
        })
    }

    /// Receives, and waits for a message if `wait` says so.
    pub(super) fn receive(&self, wait: bool, caller: Caller) -> Result<T, TryRecvError> {
        record::blocking(caller, "recv", Some(&self.identity), Cause::Message, || {
            let mut state = self.state();
            loop {
                if let Some(message) = state.messages.pop_front() {
                    state.received += 1;
                    if self.bound.is_some() {
                        self.changed.notify_all();
                    }
                    return Ok(message);
                }
                if state.senders == 0 {
                    return Err(TryRecvError::Disconnected);
                }
                if !wait {
                    return Err(TryRecvError::Empty);
                }
                state = take(self.changed.wait(state));
            }
        })
    }

    /// A channel without room holds a message only while it is handed over.
    fn is_full(&self, state: &State<T>) -> bool {
        self.bound.is_some_and(|bound| state.messages.len() >= bound.max(1))
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        take(self.state.lock())
    }
}
