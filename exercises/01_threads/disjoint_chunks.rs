//! # Disjoint chunks
//!
//! `for_each_mut` changes all elements of a slice, with several threads at once. The code below does not compile: error
//! E0499. Both threads borrow the whole of `data` for writing, and only one may. That each means another half is
//! something only you know. Tell the compiler: cut `data` into parts, and give each thread a part of its own.
//!
//! Why it matters: the pixels of an image, the cells of a simulation, the rows of a table: each can be changed without a
//! look at the others. A lock would make the threads wait for each other for nothing. Parts that do not overlap need no
//! lock, and here the compiler proves that they do not.
//!
//! ## What must hold
//!
//! - `for_each_mut(data, workers, f)` calls `f` once for each element of `data`, and returns when all calls have
//!   returned. The elements stay where they are.
//! - At most `workers` new threads are alive at the same time. Fewer are fine. The calling thread is not counted, and may
//!   do a share of the work itself.
//! - If `workers` is 0, then as many are meant as `std::thread::available_parallelism` says. (If it does not know, 1.)
//! - At least two calls of `f` can be running at the same time if there are two elements or more and two workers or more.
//! - `data` may be empty, and it may have fewer elements than there are workers.
//! - It works for every `T` that is `Send`. Nobody can clone, compare or share elements, or make one from nothing: the
//!   signature stays as it is.
//! - `f` does not panic.
//!
//! Work at the `// TODO`.

use std::thread;

/// Calls `f` for each element, with at most `workers` new threads; 0 means as many as the machine runs at once.
pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    // TODO: a part of its own for each thread; and as many threads as `workers` says, not always two.
    let _ = workers;
    let middle = data.len() / 2;
    thread::scope(|scope| {
        scope.spawn(|| data[..middle].iter_mut().for_each(&f));
        scope.spawn(|| data[middle..].iter_mut().for_each(&f));
    });
}
