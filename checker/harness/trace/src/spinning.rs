//! Loops that look at the same thing again and again.

use std::cell::RefCell;

use crate::{Caller, Identity};

/// What a thread looked at last: where, at which object, and what it saw. The object by its number: a new one may lie
/// where another was, or not, as it happens.
type Look = (Caller, usize, u64);

thread_local! {
    static LAST: RefCell<Vec<Option<Look>>> = const { RefCell::new(Vec::new()) };
}

pub(crate) fn clear() {
    LAST.with_borrow_mut(Vec::clear);
}

/// Whether `thread` just saw the same value in the same object at the same place: it spins, and should yield.
pub fn repeats(thread: usize, caller: Caller, object: &Identity, value: u64) -> bool {
    let look = (caller, object.index(), value);
    LAST.with_borrow_mut(|last| {
        if last.len() <= thread {
            last.resize(thread + 1, None);
        }
        last[thread].replace(look) == Some(look)
    })
}

#[cfg(test)]
mod tests {
    use std::panic::Location;

    use super::*;

    #[test]
    fn an_object_in_the_place_of_another_is_no_repetition() {
        crate::begin_execution();
        let caller = Location::caller();
        let made = || Identity::new("AtomicBool", caller);
        let mut object = made();
        let mut looks = Vec::new();
        for is_new in [true, false, true, false] {
            if is_new {
                object = made();
            }
            looks.push(repeats(0, caller, &object, 1));
        }
        assert_eq!(looks, [false, true, false, true]);
    }
}
