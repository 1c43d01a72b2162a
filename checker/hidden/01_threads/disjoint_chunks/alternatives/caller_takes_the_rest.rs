// right: splits off a share for each new thread, and the caller does what is left

use std::mem;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let share = (data.len() / (workers + 1)).max(1);
    let mut rest = data;
    thread::scope(|scope| {
        for _ in 0..workers {
            if rest.len() <= share {
                break;
            }
            let (own, others) = mem::take(&mut rest).split_at_mut(share);
            rest = others;
            let f = &f;
            scope.spawn(move || own.iter_mut().for_each(f));
        }
        rest.iter_mut().for_each(&f);
    });
}
