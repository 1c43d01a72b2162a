// right: halves slice and workers again and again; the caller takes a half each time

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    fn go<T: Send>(d: &mut [T], w: usize, f: &(impl Fn(&mut T) + Sync)) {
        if w <= 1 || d.len() < 2 {
            return d.iter_mut().for_each(f);
        }
        let (a, b) = d.split_at_mut(d.len() / 2);
        thread::scope(|s| {
            s.spawn(|| go(a, w / 2, f));
            go(b, w - w / 2, f)
        })
    }
    go(data, real(workers), &f)
}

fn real(workers: usize) -> usize {
    if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers }
}
