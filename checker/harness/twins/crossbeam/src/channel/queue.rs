//! What the ends of a channel share.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use threadlings_schedules::engine::outside::{Caller, Identity, Signal, sender_dropped, sender_made};

use super::choice::Waiter;
use super::{RecvError, SendError};

/// A channel with messages.
pub(super) struct Channel<T> {
    pub(super) identity: Identity,
    pub(super) capacity: Option<usize>,
    state: Mutex<State<T>>,
}

struct State<T> {
    messages: VecDeque<T>,
    /// Messages that there is room for and that have not been put in yet.
    promised: usize,
    /// Living senders, and how many there ever were.
    senders: usize,
    senders_made: usize,
    receivers: usize,
    waiting: Vec<Waiting>,
    /// What was promised to the operations of these tickets.
    claims: Vec<(u64, Claim<T>)>,
}

/// A thread that waits at one side of the channel.
struct Waiting {
    side: Side,
    waiter: Arc<Waiter>,
    operation: usize,
    meets: bool,
}

/// The sides of a channel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Sending,
    Receiving,
}

/// What an operation can count on.
enum Claim<T> {
    /// It receives this.
    Message(T),
    /// It sends into the queue.
    Room,
    /// A thread on the other side takes part in it.
    Peer(Arc<Packet<T>>),
    /// The other side is gone.
    Closed,
}

/// A message on the way from one thread to another.
struct Packet<T> {
    message: Mutex<Option<T>>,
    receiver: Mutex<Option<Arc<Signal>>>,
}

impl<T> Channel<T> {
    pub(super) fn new(capacity: Option<usize>, made: Caller) -> Self {
        let state = State {
            messages: VecDeque::new(),
            promised: 0,
            senders: 0,
            senders_made: 0,
            receivers: 0,
            waiting: Vec::new(),
            claims: Vec::new(),
        };
        Channel { identity: Identity::new("channel", made), capacity, state: Mutex::new(state) }
    }

    /// Never held across a switch.
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn len(&self) -> usize {
        let state = self.state();
        state.messages.len() + state.promised
    }

    /// Counts a new sender and gives it a number.
    pub(super) fn add_sender(&self, caller: Caller) -> usize {
        let mut state = self.state();
        state.senders += 1;
        state.senders_made += 1;
        sender_made(&self.identity, state.senders_made, caller);
        state.senders_made
    }

    pub(super) fn add_receiver(&self) {
        self.state().receivers += 1;
    }

    /// How many senders and receivers there are.
    pub(super) fn ends(&self) -> (usize, usize) {
        let state = self.state();
        (state.senders, state.receivers)
    }

    /// A sender is dropped; tells how many are left.
    pub(super) fn remove_sender(&self, number: usize) -> usize {
        let mut state = self.state();
        state.senders -= 1;
        sender_dropped(&self.identity, number);
        if state.senders == 0 {
            state.wake(Side::Receiving);
        }
        state.senders
    }

    /// A receiver is dropped; the last one takes the messages with it, which nobody can receive any more.
    pub(super) fn remove_receiver(&self) {
        let mut state = self.state();
        state.receivers -= 1;
        if state.receivers == 0 {
            state.wake(Side::Sending);
            let messages = std::mem::take(&mut state.messages);
            drop(state);
            drop(messages);
        }
    }

    /// Whether an operation on this side would not have to wait.
    pub(super) fn is_ready(&self, side: Side) -> bool {
        let state = self.state();
        match side {
            Side::Receiving => {
                !state.messages.is_empty() || state.senders == 0 || state.peer_of(Side::Receiving).is_some()
            }
            Side::Sending if state.receivers == 0 => true,
            Side::Sending => match self.capacity {
                None => true,
                Some(0) => state.peer_of(Side::Sending).is_some(),
                Some(capacity) => state.messages.len() + state.promised < capacity,
            },
        }
    }

    /// See [`End::claim`](super::choice::End::claim).
    pub(super) fn claim(&self, side: Side, ticket: u64) {
        let mut state = self.state();
        let message = if side == Side::Receiving { state.messages.pop_front() } else { None };
        let claim = if let Some(message) = message {
            state.wake(Side::Sending);
            Claim::Message(message)
        } else if let Some(peer) = state.peer_of(side) {
            let peer = state.waiting.remove(peer);
            let packet = Arc::new(Packet { message: Mutex::default(), receiver: Mutex::default() });
            state.claims.push((peer.waiter.ticket(), Claim::Peer(Arc::clone(&packet))));
            peer.waiter.take_for(peer.operation);
            Claim::Peer(packet)
        } else if side == Side::Sending && state.receivers > 0 {
            state.promised += 1;
            Claim::Room
        } else {
            Claim::Closed
        };
        state.claims.push((ticket, claim));
    }

    fn claimed(&self, ticket: u64) -> Claim<T> {
        let mut state = self.state();
        let claim = state.claims.iter().position(|(other, _)| *other == ticket);
        state.claims.swap_remove(claim.expect("it was claimed")).1
    }

    /// Does what was claimed.
    pub(super) fn receive(&self, ticket: u64) -> Result<T, RecvError> {
        match self.claimed(ticket) {
            Claim::Message(message) => Ok(message),
            Claim::Peer(packet) => Ok(packet.take()),
            Claim::Closed | Claim::Room => Err(RecvError),
        }
    }

    /// Does what was claimed.
    pub(super) fn send(&self, ticket: u64, message: T) -> Result<(), SendError<T>> {
        match self.claimed(ticket) {
            Claim::Room => {
                let mut state = self.state();
                state.promised -= 1;
                if state.receivers == 0 {
                    // It was there when the channel had receivers: it goes the way of the other messages.
                    drop(state);
                    drop(message);
                } else {
                    state.messages.push_back(message);
                    state.wake(Side::Receiving);
                }
                Ok(())
            }
            Claim::Peer(packet) => {
                packet.put(message);
                Ok(())
            }
            Claim::Closed | Claim::Message(_) => Err(SendError(message)),
        }
    }

    pub(super) fn register(&self, side: Side, waiter: &Arc<Waiter>, operation: usize, meets: bool) {
        let mut state = self.state();
        if self.capacity == Some(0) && meets {
            // Who only looks on the other side is ready now.
            state.wake(side.other());
        }
        state.waiting.push(Waiting {
            side,
            waiter: Arc::clone(waiter),
            operation,
            meets: self.capacity == Some(0) && meets,
        });
    }

    pub(super) fn unregister(&self, waiter: &Arc<Waiter>) {
        self.state().waiting.retain(|waiting| !Arc::ptr_eq(&waiting.waiter, waiter));
    }
}

impl<T> State<T> {
    /// Lets those look again who wait on this side.
    fn wake(&self, side: Side) {
        self.waiting.iter().filter(|waiting| waiting.side == side).for_each(|waiting| waiting.waiter.wake());
    }

    /// Who waits on the other side to hand over a message in person and has not found anybody yet.
    fn peer_of(&self, side: Side) -> Option<usize> {
        let is_free = |waiting: &Waiting| waiting.meets && waiting.waiter.taken_for().is_none();
        self.waiting.iter().position(|waiting| waiting.side == side.other() && is_free(waiting))
    }
}

impl Side {
    fn other(self) -> Self {
        match self {
            Side::Sending => Side::Receiving,
            Side::Receiving => Side::Sending,
        }
    }
}

impl<T> Packet<T> {
    fn put(&self, message: T) {
        *self.message.lock().unwrap_or_else(PoisonError::into_inner) = Some(message);
        if let Some(receiver) = &*self.receiver.lock().unwrap_or_else(PoisonError::into_inner) {
            receiver.notify();
        }
    }

    /// Waits until the sender, who has agreed to it already, puts the message in.
    fn take(&self) -> T {
        loop {
            if let Some(message) = self.message.lock().unwrap_or_else(PoisonError::into_inner).take() {
                return message;
            }
            let signal = Arc::new(Signal::new());
            *self.receiver.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&signal));
            signal.wait(None);
        }
    }
}
