//! What all atomic types have in common.

use real_std::cell::{Cell, UnsafeCell};

use loom::sync::atomic::AtomicU64 as LoomAtomic;
use threadlings_trace::Identity;

use super::Ordering;
use super::bits::Bits;
use super::idle::IdleReleases;
use crate::engine::spares::{Slot, Spare};
use crate::engine::unwinding::without_switching;
use crate::engine::{fences, readers, spinning, spurious};
use crate::record::{self, Caller};

/// An atomic that holds a `T`.
///
/// The loom atomic behind it starts at 0, so it holds the exclusive or of the value and the initial value.
pub(super) struct Word<T> {
    identity: Identity,
    slot: Slot,
    initial: T,
    /// The value stored last, whatever the threads may see of it.
    latest: Cell<T>,
    idle: IdleReleases,
    /// The place that `get_mut` gives out; what was put there is stored at the next use.
    lent: UnsafeCell<Option<T>>,
}

/// How an operation that reads and writes at once came out.
pub(super) struct Exchanged<T> {
    pub(super) before: T,
    /// The value stored, or none if the closure wanted none.
    pub(super) after: Option<T>,
}

impl<T: Bits> Word<T> {
    pub(super) const fn new(kind: &'static str, initial: T, caller: Caller) -> Self {
        Word {
            identity: Identity::new(kind, caller),
            slot: Slot::new(),
            initial,
            latest: Cell::new(initial),
            idle: IdleReleases::new(),
            lent: UnsafeCell::new(None),
        }
    }

    /// The value stored last, for `Debug`: no access.
    pub(super) fn peek(&self) -> T {
        if self.slot.is_unused() { self.initial } else { self.latest.get() }
    }

    pub(super) fn load(&self, order: Ordering, caller: Caller) -> T {
        let atomic = self.atomic();
        before_sequentially_consistent(order);
        let value = self.value(atomic.load(order));
        readers::loaded(self.slot.index());
        let old = value != self.latest.get();
        record::step(caller, "load", |step| {
            step.on(&self.identity).ordering(name_of(order)).read(value.text());
            if old {
                step.note("an old value");
            }
        });
        spinning::looked(caller, self.slot.index(), value.to_bits());
        value
    }

    pub(super) fn store(&self, value: T, order: Ordering, caller: Caller) {
        let atomic = self.atomic();
        before_sequentially_consistent(order);
        atomic.store(self.bits(value), order);
        readers::changed(self.slot.index());
        self.idle.forget();
        self.latest.set(value);
        spinning::wrote();
        record::step(caller, "store", |step| {
            step.on(&self.identity).ordering(name_of(order)).wrote(value.text());
        });
    }

    /// Replaces the value by what the closure makes of it, in one step.
    pub(super) fn update(
        &self,
        operation: &'static str,
        order: Ordering,
        caller: Caller,
        change: impl Fn(T) -> T,
    ) -> T {
        self.exchange(operation, order, when_failed(order), caller, |before| Some(change(before))).before
    }

    pub(super) fn compare_exchange(
        &self,
        operation: &'static str,
        current: T,
        new: T,
        orders: (Ordering, Ordering),
        caller: Caller,
    ) -> Result<T, T> {
        let exchanged =
            self.exchange(operation, orders.0, orders.1, caller, |before| (before == current).then_some(new));
        if exchanged.after.is_some() { Ok(exchanged.before) } else { Err(exchanged.before) }
    }

    /// May fail although the value is the one that was expected.
    pub(super) fn compare_exchange_weak(
        &self,
        current: T,
        new: T,
        orders: (Ordering, Ordering),
        caller: Caller,
    ) -> Result<T, T> {
        if !spurious::is_due(caller) {
            return self.compare_exchange("compare_exchange_weak", current, new, orders, caller);
        }
        let found = self.exchange("compare_exchange_weak", orders.1, orders.1, caller, |_| None).before;
        if found == current {
            spurious::has_failed(caller);
        }
        Err(found)
    }

    /// Reads the value and stores what the closure makes of it, if anything.
    fn exchange(
        &self,
        operation: &'static str,
        success: Ordering,
        failure: Ordering,
        caller: Caller,
        change: impl Fn(T) -> Option<T>,
    ) -> Exchanged<T> {
        let atomic = self.atomic();
        if failure == Ordering::SeqCst {
            before_sequentially_consistent(failure);
        } else {
            before_sequentially_consistent(success);
        }
        let exchanged = self.exchange_unseen(&atomic, success, failure, caller, change);
        let Exchanged { before, after } = exchanged;
        record::step(caller, operation, |step| {
            let order = if after.is_some() { success } else { failure };
            step.on(&self.identity).ordering(name_of(order)).read(before.text());
            match after {
                Some(after) if after != before => step.wrote(after.text()),
                Some(_) => step,
                None => step.note("fails"),
            };
        });
        match after {
            Some(after) if after != before => spinning::changed(caller, self.slot.index(), before.to_bits()),
            _ => spinning::looked(caller, self.slot.index(), before.to_bits()),
        }
        exchanged
    }

    /// Loom takes no closure for this, only compare_exchange: so guess what the value is, and try again if it is not.
    fn exchange_unseen(
        &self,
        atomic: &LoomAtomic,
        success: Ordering,
        failure: Ordering,
        caller: Caller,
        change: impl Fn(T) -> Option<T>,
    ) -> Exchanged<T> {
        let mut guess = self.latest.get();
        loop {
            let after = change(guess);
            let found = match after {
                Some(after) if after != guess => {
                    let bits = (self.bits(guess), self.bits(after));
                    let exchanged = atomic.compare_exchange(bits.0, bits.1, success, Ordering::Relaxed);
                    readers::changed(self.slot.index());
                    match exchanged {
                        Ok(_) => {
                            self.latest.set(after);
                            self.idle.acquire(success);
                            return Exchanged { before: guess, after: Some(after) };
                        }
                        Err(found) => found,
                    }
                }
                _ => {
                    let reads = if after.is_some() { when_failed(success) } else { failure };
                    self.read_newest(atomic, guess, reads, acquires(success) && acquires(failure))
                }
            };
            let found = self.value(found);
            if found == guess {
                self.idle.acquire(if after.is_some() { success } else { failure });
                if after.is_some() && self.tells_something(guess, success, caller) {
                    self.idle.release();
                }
                return Exchanged { before: found, after };
            }
            guess = found;
        }
    }

    /// Reads the newest value, which is part of an operation that stores nothing new.
    ///
    /// With the ordering only if the guess is right, unless it is `sure` that it will be read with one as strong.
    fn read_newest(&self, atomic: &LoomAtomic, guess: T, order: Ordering, sure: bool) -> u64 {
        let other = !self.bits(guess);
        let read = |order| {
            let (Ok(found) | Err(found)) = atomic.compare_exchange(other, other, order, order);
            readers::changed(self.slot.index());
            found
        };
        if sure || !acquires(order) {
            return read(order);
        }
        let found = read(Ordering::Relaxed);
        if found == self.bits(guess) { without_switching(|| read(order)) } else { found }
    }

    /// Whether a thread that stores what is there already tells others anything by that.
    ///
    /// That takes a release; and doing the same again, as a loop that waits does, tells nothing new.
    fn tells_something(&self, value: T, order: Ordering, caller: Caller) -> bool {
        let releases = !matches!(order, Ordering::Relaxed | Ordering::Acquire);
        releases && !spinning::is_idle_again(caller, self.slot.index(), value.to_bits())
    }

    /// The value as its owner sees it: nobody else may use it at the same time.
    pub(super) fn get_mut(&mut self) -> &mut T {
        let atomic = self.atomic();
        // SAFETY: loom's function is marked unsafe because it does not order anything. It checks that the stores of
        // other threads happened before, and ends the execution if not.
        let value = self.value(unsafe { atomic.unsync_load() });
        self.lent.get_mut().insert(value)
    }

    /// The loom atomic, which holds what was last put into the place that `get_mut` gave out.
    fn atomic(&self) -> Spare<LoomAtomic> {
        let unused = self.slot.is_unused();
        let atomic = self.slot.atomic();
        // SAFETY: `get_mut` borrowed the whole atomic for as long as the reference to this place lived.
        let lent = unsafe { &mut *self.lent.get() };
        if unused {
            self.latest.set(self.initial);
            self.idle.forget();
            *lent = None;
        }
        if let Some(value) = lent.take()
            && value != self.latest.get()
        {
            atomic.store(self.bits(value), Ordering::Relaxed);
            self.latest.set(value);
        }
        atomic
    }

    fn bits(&self, value: T) -> u64 {
        value.to_bits() ^ self.initial.to_bits()
    }

    fn value(&self, bits: u64) -> T {
        T::from_bits(bits ^ self.initial.to_bits())
    }
}

fn before_sequentially_consistent(order: Ordering) {
    if order == Ordering::SeqCst {
        fences::before_access();
    }
}

pub(super) fn acquires(order: Ordering) -> bool {
    matches!(order, Ordering::Acquire | Ordering::AcqRel | Ordering::SeqCst)
}

/// What is left of an ordering when the store does not happen.
fn when_failed(order: Ordering) -> Ordering {
    match order {
        Ordering::Relaxed | Ordering::Release => Ordering::Relaxed,
        Ordering::Acquire | Ordering::AcqRel => Ordering::Acquire,
        other => other,
    }
}

/// An ordering as the source calls it.
pub(super) fn name_of(order: Ordering) -> &'static str {
    match order {
        Ordering::Relaxed => "Relaxed",
        Ordering::Acquire => "Acquire",
        Ordering::Release => "Release",
        Ordering::AcqRel => "AcqRel",
        _ => "SeqCst",
    }
}
