// wrong: gives memory back when the buffer is large
// finding: the_capacity_is_kept: wrong_result

use std::cell::Cell;

thread_local!(static B: Cell<Vec<u8>> = const { Cell::new(Vec::new()) });
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut b = B.take();
    b.clear();
    let r = f(&mut b);
    b.clear();
    b.shrink_to(1024);
    B.set(b);
    r
}
