//! The counts of all `Arc`s.
//!
//! Beside each of std's stands one of loom's, with as many handles, for what the count orders. They are kept here, by
//! the address of the value, so that a modelled handle is nothing but std's: only then can it be coerced.

use real_std::cell::{Cell, RefCell};
use real_std::collections::BTreeMap;
use real_std::mem::ManuallyDrop;
use real_std::rc::Rc;

use loom::sync::Arc as LoomArc;
use loom::sync::atomic::Ordering;
use threadlings_trace::Identity;

use crate::engine::spares::Slot;
use crate::engine::unwinding;
use crate::record::Caller;

struct Count {
    /// In the order of making.
    number: usize,
    made: Caller,
    identity: Rc<Identity>,
    /// As many as the `Arc` has; they are all alike.
    handles: Vec<LoomArc<()>>,
    /// One that does not count, to clone others from.
    original: Rc<ManuallyDrop<LoomArc<()>>>,
    /// There once a `Weak` was made: from then on loom must see that drops and upgrades race for the last handle.
    last: Option<Rc<Slot>>,
}

real_std::thread_local! {
    static MADE: Cell<usize> = const { Cell::new(0) };
    /// Also of `Arc`s that are gone: a `Weak` may still ask. No other takes their address as long as it does.
    ///
    /// Never dropped: when the process ends in the middle of an execution, loom's handles cannot be.
    static COUNTS: RefCell<ManuallyDrop<BTreeMap<usize, Count>>> =
        const { RefCell::new(ManuallyDrop::new(BTreeMap::new())) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    COUNTS.with_borrow_mut(|counts| counts.clear());
    MADE.set(0);
}

/// An `Arc` was made, with one handle.
pub(crate) fn made(address: usize, caller: Caller) {
    let handle = LoomArc::new(());
    // SAFETY: the copy is never dropped, and is used only to clone it while some handle is alive.
    let original = Rc::new(ManuallyDrop::new(unsafe { real_std::ptr::read(&raw const handle) }));
    let identity = Rc::new(Identity::new("Arc", caller));
    let number = MADE.replace(MADE.get() + 1);
    let count = Count { number, made: caller, identity, handles: vec![handle], original, last: None };
    COUNTS.with_borrow_mut(|counts| counts.insert(address, count));
}

/// Whether there is an `Arc` at that address.
pub(crate) fn is_alive(address: usize) -> bool {
    of(address, |count| !count.handles.is_empty()).unwrap_or(false)
}

/// What reports know it by.
pub(crate) fn identity(address: usize) -> Option<Rc<Identity>> {
    of(address, |count| Rc::clone(&count.identity))
}

/// One more handle.
pub(crate) fn clone(address: usize) {
    if let Some(original) = original(address) {
        add(address, LoomArc::clone(&original));
    }
}

/// One more handle, from a `Weak`. Whether the value was still there has been settled.
pub(crate) fn upgrade(address: usize) {
    unwinding::without_switching(|| clone(address));
}

/// One handle less. No other thread runs between this and what comes next.
pub(crate) fn drop(address: usize) {
    race_for_last(address);
    let handle = take(address);
    real_std::mem::drop(handle);
}

/// Takes the last handle away, if there is no other.
pub(crate) fn unwrap(address: usize) -> bool {
    race_for_last(address);
    let Some(handle) = take(address) else { return true };
    match LoomArc::try_unwrap(handle) {
        Ok(()) => true,
        Err(handle) => {
            add(address, handle);
            false
        }
    }
}

/// Whether there is only one handle.
pub(crate) fn is_only(address: usize) -> bool {
    race_for_last(address);
    let Some(mut handle) = take(address) else { return true };
    let only = LoomArc::get_mut(&mut handle).is_some();
    add(address, handle);
    only
}

/// How many handles there are.
pub(crate) fn strong_count(address: usize) -> usize {
    original(address).map_or(1, |original| LoomArc::strong_count(&original))
}

/// A `Weak` was made.
pub(crate) fn weak_made(address: usize) {
    of(address, |count| {
        count.last.get_or_insert_with(|| Rc::new(Slot::new()));
    });
}

/// A step that loom may order against other threads' like steps, and that orders nothing else.
pub(crate) fn race_for_last(address: usize) {
    if let Some(slot) = of(address, |count| count.last.clone()).flatten() {
        slot.atomic().fetch_add(1, Ordering::Relaxed);
    }
}

/// Where the first `Arc` that still has a handle was made.
pub(crate) fn first_alive() -> Option<Caller> {
    COUNTS.with_borrow(|counts| {
        let alive = counts.values().filter(|count| !count.handles.is_empty());
        alive.min_by_key(|count| count.number).map(|count| count.made)
    })
}

fn original(address: usize) -> Option<Rc<ManuallyDrop<LoomArc<()>>>> {
    of(address, |count| Rc::clone(&count.original))
}

fn take(address: usize) -> Option<LoomArc<()>> {
    of(address, |count| count.handles.pop()).flatten()
}

fn add(address: usize, handle: LoomArc<()>) {
    of(address, |count| count.handles.push(handle));
}

/// Looks at one count, if it belongs to this execution. Nothing in here may let another thread run.
fn of<R>(address: usize, f: impl FnOnce(&mut Count) -> R) -> Option<R> {
    COUNTS.with_borrow_mut(|counts| counts.get_mut(&address).map(f))
}
