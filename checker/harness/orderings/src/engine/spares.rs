//! Loom's objects for atomics and cells, made before they are needed.
//!
//! Loom counts the making of an object as a write by the thread that makes it. Ours are made by `const` functions,
//! which can make no loom object, so one has to be assigned at the first use. Were it made at that moment, a second
//! thread's first use would look like a race with its making. So each execution begins by making as many as it may
//! need, and first uses take from these.

use real_std::cell::{Cell, RefCell};
use real_std::rc::Rc;

use loom::cell::UnsafeCell as LoomUnsafeCell;
use loom::sync::atomic::AtomicU64 as LoomAtomic;

use crate::engine::{again, finish};

/// How many of each an execution may use at most.
const MOST: usize = 256;
/// How many of each are made for the very first execution.
const FIRST: usize = 32;
/// How many more of each are made than any execution so far has used, in the first search. If that does not do, the
/// second search has enough.
const MARGIN: usize = 2;

#[derive(Default)]
struct Shelf<T> {
    spares: Rc<[T]>,
    taken: usize,
    most_taken: usize,
}

impl<T> Shelf<T> {
    fn fill(&mut self, make: impl FnMut() -> T) {
        let count = match (again::is_second(), self.spares.is_empty()) {
            (true, _) => MOST,
            (false, true) => FIRST,
            // Executions mostly need the same.
            (false, false) => self.most_taken + MARGIN,
        };
        self.spares = real_std::iter::repeat_with(make).take(count).collect();
        self.taken = 0;
    }

    fn take(&mut self) -> usize {
        let index = self.taken;
        self.taken += 1;
        self.most_taken = self.most_taken.max(self.taken);
        index
    }
}

real_std::thread_local! {
    static ATOMICS: RefCell<Shelf<LoomAtomic>> = RefCell::default();
    static CELLS: RefCell<Shelf<LoomUnsafeCell<()>>> = RefCell::default();
}

/// To be called at the start of each execution, on its first thread.
pub(crate) fn make() {
    ATOMICS.with_borrow_mut(|shelf| shelf.fill(|| LoomAtomic::new(0)));
    CELLS.with_borrow_mut(|shelf| shelf.fill(|| LoomUnsafeCell::new(())));
}

/// Remembers which spare an object took, and in which execution.
pub(crate) struct Slot {
    execution: Cell<u32>,
    index: Cell<usize>,
}

impl Slot {
    pub(crate) const fn new() -> Self {
        Slot { execution: Cell::new(0), index: Cell::new(0) }
    }

    /// Whether the object was not yet used in this execution.
    pub(crate) fn is_unused(&self) -> bool {
        self.execution.get() != threadlings_trace::execution()
    }

    /// This object's number among those of its sort in this execution.
    pub(crate) fn index(&self) -> usize {
        self.index.get()
    }

    /// The atomic behind this object: it starts at 0, and everything any thread does happens after that.
    pub(crate) fn atomic(&self) -> Spare<LoomAtomic> {
        ATOMICS.with_borrow_mut(|shelf| self.spare(shelf))
    }

    /// The cell behind this object.
    pub(crate) fn cell(&self) -> Spare<LoomUnsafeCell<()>> {
        CELLS.with_borrow_mut(|shelf| self.spare(shelf))
    }

    fn spare<T>(&self, shelf: &mut Shelf<T>) -> Spare<T> {
        if self.is_unused() {
            self.execution.set(threadlings_trace::execution());
            self.index.set(shelf.take());
        }
        if self.index.get() >= shelf.spares.len() {
            finish::unsupported(format!(
                "this test uses more than {MOST} atomics or cells at once, which is more than can be checked",
            ));
        }
        Spare { all: Rc::clone(&shelf.spares), index: self.index.get() }
    }
}

/// One of the objects on a shelf. (It holds the shelf, so that nothing is borrowed while threads switch.)
pub(crate) struct Spare<T> {
    all: Rc<[T]>,
    index: usize,
}

impl<T> real_std::ops::Deref for Spare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.all[self.index]
    }
}
