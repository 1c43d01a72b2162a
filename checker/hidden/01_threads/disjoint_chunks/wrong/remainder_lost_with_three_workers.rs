// wrong: loses the remainder, but only if there are more than two workers
// finding: any_number_of_elements_and_workers: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let w = real(workers);
    if w < 3 || data.len() < w {
        return plain(data, w, f);
    }
    let share = data.len() / w;
    let f = &f;
    thread::scope(|s| {
        for c in data.chunks_exact_mut(share).take(w) {
            s.spawn(move || c.iter_mut().for_each(f));
        }
    });
}

fn plain<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let f = &f;
    let share = data.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in data.chunks_mut(share) {
            s.spawn(move || c.iter_mut().for_each(f));
        }
    });
}

fn real(workers: usize) -> usize {
    if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers }
}
