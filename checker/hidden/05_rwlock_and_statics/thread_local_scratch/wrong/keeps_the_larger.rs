// wrong: keeps the larger of two buffers, which may be that of the inner call
// finding: the_inner_buffer_may_be_larger: wrong_result

use std::cell::Cell;

thread_local!(static B: Cell<Vec<u8>> = const { Cell::new(Vec::new()) });
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut b = B.take();
    b.clear();
    let r = f(&mut b);
    let other = B.take();
    B.set(if other.capacity() > b.capacity() { other } else { b });
    r
}
