// right: a guard puts the buffer back, also when `f` panics

use std::cell::Cell;
use std::mem;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

struct Lent(Vec<u8>);

impl Drop for Lent {
    fn drop(&mut self) {
        self.0.clear();
        SCRATCH.set(mem::take(&mut self.0));
    }
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    f(&mut Lent(SCRATCH.take()).0)
}
