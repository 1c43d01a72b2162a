// wrong: threads that are not scoped cannot borrow `data` and `f`
// finding: compile: E0310

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let share = data.len().div_ceil(workers).max(1);
    let mut handles = Vec::new();
    for chunk in data.chunks_mut(share) {
        handles.push(thread::spawn(|| chunk.iter_mut().for_each(&f)));
    }
    for handle in handles {
        handle.join().unwrap();
    }
}
