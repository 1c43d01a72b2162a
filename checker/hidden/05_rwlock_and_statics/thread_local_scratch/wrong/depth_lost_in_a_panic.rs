// wrong: counts how deep the calls are, and no longer knows after a panic inside one
// finding: a_panic_inside_a_call: wrong_result

use std::cell::{Cell, RefCell};

thread_local! {
    static BUFFERS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let depth = DEPTH.get();
    DEPTH.set(depth + 1);
    if depth == 0 {
        BUFFERS.with_borrow_mut(|buffers| buffers.iter_mut().for_each(Vec::clear));
    }
    let mut buffer = BUFFERS.with_borrow_mut(|buffers| {
        buffers.resize_with(buffers.len().max(depth + 1), Vec::new);
        std::mem::take(&mut buffers[depth])
    });
    let result = f(&mut buffer);
    BUFFERS.with_borrow_mut(|buffers| buffers[depth] = buffer);
    DEPTH.set(DEPTH.get() - 1);
    result
}
