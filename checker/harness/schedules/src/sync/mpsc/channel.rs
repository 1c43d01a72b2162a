//! What both ends of a channel share.

use real_std::collections::VecDeque;
use real_std::sync::mpsc::{RecvTimeoutError, TryRecvError, TrySendError};
use real_std::sync::{Mutex, MutexGuard, PoisonError};

use threadlings_trace::{Caller, Cause, Identity, goes_on, sender_dropped, sender_made, waits};

use crate::engine::run::{self, Patience, Woken};
use crate::sync::key;

pub(super) struct Channel<T> {
    pub(super) identity: Identity,
    capacity: Option<usize>,
    state: Mutex<State<T>>,
}

struct State<T> {
    messages: VecDeque<T>,
    /// Living senders, and how many there ever were.
    senders: usize,
    senders_made: usize,
    has_receiver: bool,
    /// How often the receiver waits for a message now.
    receiving: usize,
    /// Messages that were ever put in and taken out.
    sent: u64,
    received: u64,
}

impl<T> Channel<T> {
    pub(super) fn new(capacity: Option<usize>, made: Caller) -> Self {
        let state = State {
            messages: VecDeque::new(),
            senders: 0,
            senders_made: 0,
            has_receiver: true,
            receiving: 0,
            sent: 0,
            received: 0,
        };
        Channel { identity: Identity::new("channel", made), capacity, state: Mutex::new(state) }
    }

    /// Never held across a switch.
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the receiver waits for.
    fn message(&self) -> usize {
        key(&self.capacity)
    }

    /// What senders wait for.
    fn room(&self) -> usize {
        key(&self.state)
    }

    /// Counts a new sender and gives it a number.
    pub(super) fn add_sender(&self, caller: Caller) -> usize {
        let mut state = self.state();
        state.senders += 1;
        state.senders_made += 1;
        sender_made(&self.identity, state.senders_made, caller);
        state.senders_made
    }

    /// Whether there is anybody to notice that the receiver is dropped.
    pub(super) fn has_senders(&self) -> bool {
        self.state().senders > 0
    }

    /// Whether a single sender is left: nobody notices when any other is dropped.
    pub(super) fn has_one_sender(&self) -> bool {
        self.state().senders == 1
    }

    /// A sender is dropped; tells how many are left.
    pub(super) fn remove_sender(&self, number: usize) -> usize {
        let mut state = self.state();
        state.senders -= 1;
        sender_dropped(&self.identity, number);
        if state.senders == 0 {
            run::wake(self.message());
        }
        state.senders
    }

    /// The receiver is dropped, with all messages that nobody can receive any more. One that was to be handed over in
    /// person stays with its sender.
    pub(super) fn remove_receiver(&self) {
        let messages = {
            let mut state = self.state();
            state.has_receiver = false;
            if self.capacity == Some(0) { VecDeque::new() } else { real_std::mem::take(&mut state.messages) }
        };
        run::wake(self.room());
        drop(messages);
    }

    /// Sends without waiting for room.
    pub(super) fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        let mut state = self.state();
        if !state.has_receiver {
            return Err(TrySendError::Disconnected(message));
        }
        let room = match self.capacity {
            None => usize::MAX,
            Some(0) => state.receiving,
            Some(capacity) => capacity,
        };
        if state.messages.len() >= room {
            return Err(TrySendError::Full(message));
        }
        state.messages.push_back(message);
        state.sent += 1;
        run::wake(self.message());
        Ok(())
    }

    /// Sends, and waits for room if need be.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    pub(super) fn send(&self, message: T, caller: Caller) -> Result<(), T> {
        if self.capacity == Some(0) {
            return self.hand_over(message, caller);
        }
        let me = run::me();
        let mut message = message;
        loop {
            match self.try_send(message) {
                Ok(()) => break,
                Err(TrySendError::Disconnected(message)) => {
                    goes_on(me);
                    return Err(message);
                }
                Err(TrySendError::Full(refused)) => message = refused,
            }
            self.wait_for_room(caller);
        }
        goes_on(me);
        Ok(())
    }

    /// Puts the message in and waits until it was taken out.
    fn hand_over(&self, message: T, caller: Caller) -> Result<(), T> {
        while self.state().has_receiver && !self.state().messages.is_empty() {
            self.wait_for_room(caller);
        }
        let ticket = {
            let mut state = self.state();
            if !state.has_receiver {
                goes_on(run::me());
                return Err(message);
            }
            state.messages.push_back(message);
            state.sent += 1;
            state.sent
        };
        run::wake(self.message());
        while self.state().has_receiver && self.state().received < ticket {
            self.wait_for_room(caller);
        }
        goes_on(run::me());
        let mut state = self.state();
        // The queue has room for one message that waits to be taken: this one.
        let taken = state.received >= ticket;
        if taken { Ok(()) } else { Err(state.messages.pop_front().expect("nobody else takes it")) }
    }

    fn wait_for_room(&self, caller: Caller) {
        waits(run::me(), caller, "send", Some(&self.identity), Cause::Room);
        run::wait(self.room(), Patience::Endless);
    }

    /// Receives without waiting.
    pub(super) fn try_recv(&self) -> Result<T, TryRecvError> {
        let mut state = self.state();
        match state.messages.pop_front() {
            Some(message) => {
                state.received += 1;
                run::wake(self.room());
                Ok(message)
            }
            None if state.senders == 0 => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    /// Receives, and waits for a message if need be.
    pub(super) fn recv(
        &self,
        operation: &'static str,
        patience: Patience,
        caller: Caller,
    ) -> Result<T, RecvTimeoutError> {
        let me = run::me();
        let result = loop {
            match self.try_recv() {
                Ok(message) => break Ok(message),
                Err(TryRecvError::Disconnected) => break Err(RecvTimeoutError::Disconnected),
                Err(TryRecvError::Empty) => {}
            }
            waits(me, caller, operation, Some(&self.identity), Cause::Message);
            self.state().receiving += 1;
            let woken = run::wait(self.message(), patience);
            self.state().receiving -= 1;
            if woken == Woken::TimeIsUp {
                break Err(RecvTimeoutError::Timeout);
            }
        };
        goes_on(me);
        result
    }
}
