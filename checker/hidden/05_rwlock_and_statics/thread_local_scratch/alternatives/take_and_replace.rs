// right: a RefCell that is never borrowed while `f` runs

use std::cell::RefCell;

thread_local!(static SCRATCH: RefCell<Vec<u8>> = RefCell::default());

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = SCRATCH.take();
    let result = f(&mut buffer);
    buffer.clear();
    SCRATCH.replace(buffer);
    result
}
