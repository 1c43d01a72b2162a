//! Loops that look at the same thing again and again.

use std::cell::RefCell;

use crate::{Caller, Identity};

/// What a thread looked at last: where, at which object, and what it saw.
type Look = (Caller, usize, u64);

thread_local! {
    static LAST: RefCell<Vec<Option<Look>>> = const { RefCell::new(Vec::new()) };
}

pub(crate) fn clear() {
    LAST.with_borrow_mut(Vec::clear);
}

/// Whether `thread` just saw the same value in the same object at the same place: it spins, and should yield.
pub fn repeats(thread: usize, caller: Caller, object: &Identity, value: u64) -> bool {
    let look = (caller, std::ptr::from_ref(object).addr(), value);
    LAST.with_borrow_mut(|last| {
        if last.len() <= thread {
            last.resize(thread + 1, None);
        }
        last[thread].replace(look) == Some(look)
    })
}
