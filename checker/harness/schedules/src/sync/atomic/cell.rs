//! What all atomics have in common.

use real_std::cell::Cell;
use real_std::panic::RefUnwindSafe;
use real_std::sync::atomic::Ordering;

use threadlings_trace::{Caller, Identity, Reset, repeats, step};

use crate::engine::run;

/// Cost of a weak exchange that fails for no reason.
const FAILS_FOR_NO_REASON: u32 = 1;

/// A value that is read and written in single steps.
pub(super) struct AtomicCell<T> {
    identity: Identity,
    reset: Reset,
    value: Cell<T>,
}

/// What an atomic can hold.
pub(super) trait Value: Copy + PartialEq {
    /// Different for different values.
    fn bits(self) -> u64;

    /// What a report shows of it, which must not depend on where things happen to lie in memory.
    fn text(self) -> String;
}

// SAFETY: all modelled threads run on one thread of the operating system, one at a time, and switch only where the
// engine is called, which is nowhere inside an access.
unsafe impl<T> Sync for AtomicCell<T> {}
// SAFETY: what an atomic holds is a number, or a pointer that std lets move as well.
unsafe impl<T> Send for AtomicCell<T> {}
impl<T> RefUnwindSafe for AtomicCell<T> {}

impl<T> AtomicCell<T> {
    pub(super) const fn new(kind: &'static str, made: Caller, value: T) -> Self {
        AtomicCell { identity: Identity::new(kind, made), reset: Reset::new(), value: Cell::new(value) }
    }

    pub(super) const fn as_ptr(&self) -> *mut T {
        self.value.as_ptr()
    }

    fn value(&self) -> &Cell<T> {
        self.reset.before_use(&raw const self.value);
        &self.value
    }

    pub(super) fn get_mut(&mut self) -> &mut T {
        self.value();
        self.value.get_mut()
    }

    pub(super) fn into_inner(self) -> T {
        self.value();
        self.value.into_inner()
    }
}

impl<T: Value> AtomicCell<T> {
    /// The value, without anybody noticing.
    pub(super) fn peek(&self) -> T {
        self.value().get()
    }

    pub(super) fn load(&self, ordering: Ordering, caller: Caller) -> T {
        assert!(!matches!(ordering, Ordering::Release | Ordering::AcqRel), "there is no such thing as a release load");
        run::switch();
        let value = self.peek();
        step(run::me(), caller, "load", |step| {
            step.on(&self.identity).read(value.text());
        });
        self.give_way_if_spinning(caller, value);
        value
    }

    pub(super) fn store(&self, value: T, ordering: Ordering, caller: Caller) {
        assert!(
            !matches!(ordering, Ordering::Acquire | Ordering::AcqRel),
            "there is no such thing as an acquire store"
        );
        run::switch();
        self.value().set(value);
        step(run::me(), caller, "store", |step| {
            step.on(&self.identity).wrote(value.text());
        });
    }

    /// Reads and writes in one step; returns what was read.
    pub(super) fn modify(&self, operation: &'static str, caller: Caller, change: impl FnOnce(T) -> T) -> T {
        run::switch();
        let old = self.peek();
        let new = change(old);
        self.value().set(new);
        step(run::me(), caller, operation, |step| {
            step.on(&self.identity).read(old.text()).wrote(new.text());
        });
        if old == new {
            self.give_way_if_spinning(caller, old);
        }
        old
    }

    pub(super) fn compare_exchange(
        &self,
        operation: &'static str,
        (current, new): (T, T),
        failure: Ordering,
        caller: Caller,
    ) -> Result<T, T> {
        assert!(
            !matches!(failure, Ordering::Release | Ordering::AcqRel),
            "there is no such thing as a release failure ordering"
        );
        run::switch();
        let old = self.peek();
        let equal = old == current;
        let exchanges = equal && !(operation == "compare_exchange_weak" && run::choose(2, FAILS_FOR_NO_REASON) == 1);
        if exchanges {
            self.value().set(new);
        }
        step(run::me(), caller, operation, |step| {
            step.on(&self.identity).read(old.text());
            if exchanges {
                step.wrote(new.text());
            } else if equal {
                step.note("fails spuriously");
            } else {
                step.note(format!("fails: it is not {}", current.text()));
            }
        });
        if exchanges {
            Ok(old)
        } else {
            self.give_way_if_spinning(caller, old);
            Err(old)
        }
    }

    pub(super) fn try_update(
        &self,
        (success, failure): (Ordering, Ordering),
        caller: Caller,
        mut change: impl FnMut(T) -> Option<T>,
    ) -> Result<T, T> {
        let _ = success;
        let mut old = self.load(failure, caller);
        while let Some(new) = change(old) {
            match self.compare_exchange("compare_exchange", (old, new), failure, caller) {
                Ok(old) => return Ok(old),
                Err(changed) => old = changed,
            }
        }
        Err(old)
    }

    /// Whoever sees the same value here again waits for another thread to change it.
    fn give_way_if_spinning(&self, caller: Caller, value: T) {
        if repeats(run::me(), caller, &self.identity, value.bits()) {
            run::give_way();
        }
    }
}
