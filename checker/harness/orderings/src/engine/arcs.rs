//! Which `Arc`s are alive, so that one that is never dropped can be named.

use real_std::cell::RefCell;
use real_std::collections::BTreeMap;

use crate::record::Caller;

#[derive(Default)]
struct Arcs {
    made: usize,
    /// Handles and place of making, by number in the order of making.
    alive: BTreeMap<usize, (usize, Caller)>,
}

real_std::thread_local! {
    static ARCS: RefCell<Arcs> = RefCell::default();
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    ARCS.take();
}

/// An `Arc` was made, with one handle. Returns its number.
pub(crate) fn made(caller: Caller) -> usize {
    ARCS.with_borrow_mut(|arcs| {
        let number = arcs.made;
        arcs.made += 1;
        arcs.alive.insert(number, (1, caller));
        number
    })
}

/// One more handle to the `Arc`.
pub(crate) fn cloned(number: usize) {
    ARCS.with_borrow_mut(|arcs| {
        if let Some((handles, _)) = arcs.alive.get_mut(&number) {
            *handles += 1;
        }
    });
}

/// One handle less.
pub(crate) fn dropped(number: usize) {
    ARCS.with_borrow_mut(|arcs| {
        if let Some((handles, _)) = arcs.alive.get_mut(&number) {
            *handles -= 1;
            if *handles == 0 {
                arcs.alive.remove(&number);
            }
        }
    });
}

/// Where the first `Arc` that still has a handle was made.
pub(crate) fn first_alive() -> Option<Caller> {
    ARCS.with_borrow(|arcs| arcs.alive.values().next().map(|(_, caller)| *caller))
}
