//! Channels whose messages are times.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Caller, Identity};

/// A channel that becomes ready at certain times, and is never closed.
pub(super) struct Timer<T> {
    pub(super) identity: Identity,
    is_never: bool,
    period: Option<Duration>,
    message: fn(u64) -> T,
    state: Mutex<State>,
}

struct State {
    /// When the next message comes, in virtual nanoseconds; none if there is none any more.
    next: Option<u64>,
    /// The times promised to the operations of these tickets.
    claims: Vec<(u64, u64)>,
}

impl<T> Timer<T> {
    pub(super) fn new(next: Option<u64>, period: Option<Duration>, message: fn(u64) -> T, made: Caller) -> Self {
        let state = Mutex::new(State { next, claims: Vec::new() });
        Timer { identity: Identity::new("channel", made), is_never: next.is_none(), period, message, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_ready(&self) -> bool {
        self.next().is_some_and(|next| next <= outside::now())
    }

    pub(super) fn next(&self) -> Option<u64> {
        self.state().next
    }

    /// Whether no message ever comes.
    pub(super) fn is_never(&self) -> bool {
        self.is_never
    }

    /// See [`End::claim`](super::choice::End::claim).
    pub(super) fn claim(&self, ticket: u64) {
        let mut state = self.state();
        let time = state.next.expect("it is ready");
        state.next = self.period.and_then(super::deadline);
        state.claims.push((ticket, time));
    }

    /// Does what was claimed.
    pub(super) fn receive(&self, ticket: u64) -> T {
        let mut state = self.state();
        let claim = state.claims.iter().position(|(other, _)| *other == ticket);
        let (_, time) = state.claims.swap_remove(claim.expect("it was claimed"));
        (self.message)(time)
    }
}
