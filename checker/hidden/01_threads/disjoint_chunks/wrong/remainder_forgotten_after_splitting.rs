// wrong: splits off a share for each worker, and forgets what is left
// finding: every_element_once: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let (share, f) = (data.len() / workers, &f);
    let mut rest = data;
    thread::scope(|scope| {
        for _ in 0..workers {
            let (chunk, others) = rest.split_at_mut(share);
            rest = others;
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
