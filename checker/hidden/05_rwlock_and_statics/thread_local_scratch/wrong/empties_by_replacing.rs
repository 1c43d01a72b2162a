// wrong: a new `Vec` is empty, but its memory is gone
// finding: the_capacity_is_kept: wrong_result

use std::cell::Cell;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = SCRATCH.take();
    let result = f(&mut buffer);
    buffer = Vec::new();
    SCRATCH.set(buffer);
    result
}
