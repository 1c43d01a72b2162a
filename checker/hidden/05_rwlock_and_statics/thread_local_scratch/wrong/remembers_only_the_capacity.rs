// wrong: remembers how large the last buffer was, and asks for as much memory in each call
// finding: the_second_call_asks_for_no_memory: wrong_result

use std::cell::Cell;

thread_local! {
    static CAPACITY: Cell<usize> = const { Cell::new(0) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = Vec::with_capacity(CAPACITY.get());
    let result = f(&mut buffer);
    CAPACITY.set(buffer.capacity());
    result
}
