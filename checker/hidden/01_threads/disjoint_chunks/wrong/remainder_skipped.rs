// wrong: `chunks_exact_mut` leaves out the elements that do not fill a chunk
// finding: every_element_once: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let (share, f) = ((data.len() / workers).max(1), &f);
    thread::scope(|scope| {
        for chunk in data.chunks_exact_mut(share).take(workers) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
