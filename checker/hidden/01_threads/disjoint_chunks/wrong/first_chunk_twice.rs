// wrong: the caller works on the first chunk while a thread does, one after the other by way of a lock
// finding: every_element_once: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let share = data.len().div_ceil(workers).max(1);
    let chunks: Vec<_> = data.chunks_mut(share).map(Mutex::new).collect();
    let work = |chunk: &Mutex<&mut [T]>| chunk.lock().unwrap().iter_mut().for_each(&f);
    thread::scope(|scope| {
        for chunk in &chunks {
            scope.spawn(move || work(chunk));
        }
        if let Some(first) = chunks.first() {
            work(first);
        }
    });
}
