// wrong: a second buffer for a call inside a call, and none for a call inside that
// finding: calls_inside_calls: panic

use std::cell::RefCell;

thread_local! {
    static OUTER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static INNER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    OUTER.with(|outer| match outer.try_borrow_mut() {
        Ok(mut buffer) => {
            buffer.clear();
            f(&mut buffer)
        }
        Err(_) => INNER.with_borrow_mut(|buffer| {
            buffer.clear();
            f(buffer)
        }),
    })
}
