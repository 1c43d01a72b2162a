// wrong: has three calls running at a time, so a fourth waits for one of them
// finding: many_calls_at_the_same_time: deadlock

use std::thread;

pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let mut out = vec![];
    let mut j = items.into_iter();
    loop {
        let t: Vec<_> = j.by_ref().take(3).map(|x| thread::spawn(move || f(x))).collect();
        if t.is_empty() {
            return out;
        }
        out.extend(t.into_iter().map(|t| t.join().unwrap()))
    }
}
