//! Waiting for one of several operations: all that blocks is made of this, `recv` and `send` too.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use threadlings_schedules::engine::outside::{self, Identity, Signal};

/// One end of a channel, to a thread that may wait for it.
pub(super) trait End {
    /// Whether an operation here would not have to wait.
    fn is_ready(&self) -> bool;

    /// Makes sure that the operation of this ticket can be done now, whatever other threads do until then. The end must
    /// be ready.
    fn claim(&self, ticket: u64);

    /// `waiter` is to be woken when this end may have become ready. If it `meets` others, whoever needs a thread at this
    /// end may take it for the operation of this number.
    fn register(&self, waiter: &Arc<Waiter>, operation: usize, meets: bool);

    /// `waiter` waits no more.
    fn unregister(&self, waiter: &Arc<Waiter>);

    /// When it becomes ready by itself, in virtual nanoseconds.
    fn deadline(&self) -> Option<u64> {
        None
    }

    /// The channel, for the picture.
    fn identity(&self) -> &Identity;
}

/// An operation to choose, and its number among the others.
#[derive(Clone, Copy)]
pub(super) struct Operation<'a> {
    pub(super) index: usize,
    pub(super) end: &'a dyn End,
}

/// The operation that was chosen. Whoever has it must do the operation.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Chosen {
    pub(super) index: usize,
    pub(super) ticket: u64,
}

/// How long to wait.
#[derive(Clone, Copy)]
pub(super) enum Timeout {
    Now,
    /// Until this time, in virtual nanoseconds.
    At(u64),
    Never,
}

impl From<Option<u64>> for Timeout {
    fn from(deadline: Option<u64>) -> Self {
        deadline.map_or(Timeout::Never, Timeout::At)
    }
}

/// Which of several that are ready is chosen, and whether it is also claimed.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// The first one instead of any.
    pub(super) biased: bool,
    /// Otherwise it is only looked at.
    pub(super) claims: bool,
}

/// A thread that waits.
pub(super) struct Waiter {
    signal: Signal,
    ticket: u64,
    /// The operation for which another thread has taken it.
    taken_for: Mutex<Option<usize>>,
}

impl Waiter {
    pub(super) fn ticket(&self) -> u64 {
        self.ticket
    }

    pub(super) fn taken_for(&self) -> Option<usize> {
        *self.taken_for.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes it for an operation, which is claimed already.
    pub(super) fn take_for(&self, operation: usize) {
        *self.taken_for.lock().unwrap_or_else(PoisonError::into_inner) = Some(operation);
        self.wake();
    }

    pub(super) fn wake(&self) {
        self.signal.notify();
    }
}

/// Chooses an operation that need not wait; waits until there is one, or until the time is up. `tell` is called before
/// the thread falls asleep.
pub(super) fn choose(operations: &[Operation<'_>], rule: Rule, timeout: Timeout, tell: &dyn Fn()) -> Option<Chosen> {
    outside::switch();
    let ticket = new_ticket();
    loop {
        let ready: Vec<_> = operations.iter().filter(|operation| operation.end.is_ready()).collect();
        if !ready.is_empty() {
            let any = if rule.biased { 0 } else { outside::choose(ready.len()) };
            // Nothing has happened since it was looked at: threads only switch where the model lets them.
            if rule.claims {
                ready[any].end.claim(ticket);
            }
            return Some(Chosen { index: ready[any].index, ticket });
        }
        let until = match timeout {
            Timeout::Never => None,
            Timeout::At(deadline) if deadline > outside::now() => Some(deadline),
            Timeout::At(_) | Timeout::Now => return None,
        };
        let until = operations.iter().filter_map(|operation| operation.end.deadline()).chain(until).min();
        let waiter = Arc::new(Waiter { signal: Signal::new(), ticket, taken_for: Mutex::default() });
        for operation in operations {
            operation.end.register(&waiter, operation.index, rule.claims);
        }
        tell();
        waiter.signal.wait(until);
        for operation in operations {
            operation.end.unregister(&waiter);
        }
        if let Some(index) = waiter.taken_for() {
            return Some(Chosen { index, ticket });
        }
    }
}

/// Unlike any other in this process.
fn new_ticket() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Relaxed)
}
