// wrong: the RefCell stays borrowed while `f` runs, so a call inside `f` panics
// finding: calls_inside_calls: panic

use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    SCRATCH.with_borrow_mut(|buffer| {
        buffer.clear();
        f(buffer)
    })
}
