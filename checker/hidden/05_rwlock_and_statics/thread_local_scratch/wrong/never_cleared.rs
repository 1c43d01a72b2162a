// wrong: forgets to empty the buffer
// finding: each_call_gets_an_empty_buffer: wrong_result

use std::cell::Cell;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = SCRATCH.take();
    let result = f(&mut buffer);
    SCRATCH.set(buffer);
    result
}
