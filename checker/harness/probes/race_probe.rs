//! A value that knows who reads and writes it.

use crate::engine::TrackedCell;

/// A payload whose reads, writes and drop the memory model watches.
///
/// Put into the learner's lock, channel or cell, it shows orderings that are too weak: two accesses that nothing
/// orders are a data race, however rarely they would meet on a real machine. Only [`read`](Self::read),
/// [`write`](Self::write) and the drop are watched: a `mem::swap` is not. Without a memory model it is a plain value.
///
#[doc = concat!("```ignore\n", include_str!("../examples/race_probe/tests.rs"), "```")]
pub struct RaceProbe<T> {
    cell: TrackedCell<T>,
}

impl<T> RaceProbe<T> {
    /// A probe that holds `value`. Making it counts as a write.
    #[track_caller]
    pub fn new(value: T) -> Self {
        RaceProbe { cell: TrackedCell::new(value) }
    }

    /// Reads the value.
    #[track_caller]
    pub fn read(&self) -> T
    where
        T: Copy,
    {
        self.cell.read(|value| *value)
    }

    /// Replaces the value.
    #[track_caller]
    pub fn write(&mut self, value: T) {
        self.cell.write(|old| *old = value);
    }
}

impl<T> Drop for RaceProbe<T> {
    fn drop(&mut self) {
        self.cell.write(|_| ());
    }
}

/// The learner's containers ask for it: a probe is shared and sent like the value in it.
const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<RaceProbe<u32>>();
};
