// wrong: the buffer of the inner call is put back first, and the outer one finds no place any more
// finding: the_capacity_is_kept: wrong_result

use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = SCRATCH.take();
    buffer.clear();
    let result = f(&mut buffer);
    SCRATCH.with_borrow_mut(|scratch| {
        if scratch.capacity() == 0 {
            *scratch = buffer;
        }
    });
    result
}
