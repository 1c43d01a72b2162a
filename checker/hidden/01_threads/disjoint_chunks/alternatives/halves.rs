// right: splits the slice again and again; one half goes to a new thread, the caller does the other

use std::thread;

fn in_halves<T: Send>(data: &mut [T], workers: usize, f: &(impl Fn(&mut T) + Sync)) {
    if workers < 2 || data.len() < 2 {
        return data.iter_mut().for_each(f);
    }
    let (left, right) = data.split_at_mut(data.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| in_halves(left, workers / 2, f));
        in_halves(right, workers - workers / 2, f);
    });
}

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    match workers {
        0 => in_halves(data, thread::available_parallelism().map_or(1, |threads| threads.get()), &f),
        workers => in_halves(data, workers, &f),
    }
}
