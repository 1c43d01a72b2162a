//! # Disjoint chunks
//!
//! `chunks_mut` turns one `&mut [T]` into many that do not overlap. Each goes to a thread of its own.

use std::num::NonZero;
use std::thread;

/// Calls `f` for each element, with at most `workers` new threads; 0 means as many as the machine runs at once.
pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = match workers {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        given => given,
    };
    // Rounded up: rounded down, the remainder would make one chunk, and so one thread, too many. And at least 1, since
    // `chunks_mut` does not take 0.
    //
    // Equal shares are right when every element costs about the same. If some cost much more than others, let the
    // threads take elements from a `Mutex<slice::IterMut<T>>`, which is unlocked again before `f` is called.
    let share = data.len().div_ceil(workers).max(1);
    // The threads share `f`, so they get a reference; each chunk belongs to one thread, so it is moved.
    let f = &f;
    thread::scope(|scope| {
        for chunk in data.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
