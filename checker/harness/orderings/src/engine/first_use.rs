//! Loom objects that are made at their first use in each execution.
//!
//! Unlike atomics and cells, locks may be made late: their making counts as no access.

use real_std::cell::{Cell, UnsafeCell};
use real_std::rc::Rc;

/// A loom object of the execution that runs now.
pub(crate) struct FirstUse<T> {
    execution: Cell<u32>,
    object: UnsafeCell<Option<Rc<T>>>,
}

impl<T> FirstUse<T> {
    pub(crate) const fn new() -> Self {
        FirstUse { execution: Cell::new(0), object: UnsafeCell::new(None) }
    }

    /// The object; made if this is its first use in this execution.
    pub(crate) fn get(&self, make: impl FnOnce() -> T) -> &Rc<T> {
        let now = threadlings_trace::execution();
        if self.execution.replace(now) != now {
            let made = Some(Rc::new(make()));
            // SAFETY: nobody borrows from the object that is replaced: it belongs to an execution that has ended.
            unsafe { *self.object.get() = made };
        }
        // SAFETY: within an execution the object is not replaced, and modelled threads run on one real thread.
        let object = unsafe { &*self.object.get() };
        object.as_ref().expect("it was made at the first use")
    }
}
