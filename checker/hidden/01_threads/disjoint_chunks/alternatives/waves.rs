// right: one element a thread, and no more threads than allowed before all of them have ended

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    for wave in data.chunks_mut(workers) {
        thread::scope(|scope| {
            let threads: Vec<_> = wave.iter_mut().map(|element| scope.spawn(|| f(element))).collect();
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
    }
}
