//! Who accessed which cell: what it takes to name the other half of a race.

use real_std::cell::{Cell, RefCell};

use threadlings_report::Place;

use crate::engine::execution;
use crate::record::{self, Caller};

/// One access to a cell.
#[derive(Clone, Copy)]
pub(crate) struct Accessed {
    cell: usize,
    pub(crate) thread: usize,
    pub(crate) writes: bool,
    pub(crate) place: Option<Place>,
    /// If the access is in the hidden test: the last place in the learner's file at which its thread was before.
    pub(crate) after: Option<Place>,
}

real_std::thread_local! {
    static HISTORY: RefCell<Vec<Accessed>> = RefCell::default();
    static NOW: Cell<Option<Accessed>> = const { Cell::new(None) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    HISTORY.with_borrow_mut(Vec::clear);
    NOW.set(None);
}

/// The calling thread is about to access a cell. If loom fails before [`passed`], that is the race.
pub(crate) fn announce(cell: usize, writes: bool, caller: Caller) {
    let thread = execution::current_thread();
    let place = threadlings_trace::place(caller);
    let after = if place.is_none() { record::last_place(thread) } else { None };
    NOW.set(Some(Accessed { cell, thread, writes, place, after }));
}

/// The access that was announced is no race.
pub(crate) fn passed() {
    if let Some(access) = NOW.take() {
        HISTORY.with_borrow_mut(|history| history.push(access));
    }
}

/// The access that was announced, and the last one before it that it may collide with.
pub(crate) fn collision() -> Option<(Accessed, Accessed)> {
    let now = NOW.get()?;
    let collides =
        |other: &&Accessed| other.cell == now.cell && other.thread != now.thread && (other.writes || now.writes);
    HISTORY.with_borrow(|history| history.iter().rev().find(collides).map(|other| (*other, now)))
}
