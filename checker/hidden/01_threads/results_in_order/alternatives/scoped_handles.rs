// right: scoped threads, joined through their handles

use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    thread::scope(|scope| {
        let handles: Vec<_> = items.into_iter().map(|item| scope.spawn(move || f(item))).collect();
        let join = |handle: thread::ScopedJoinHandle<'_, R>| handle.join().unwrap();
        handles.into_iter().map(join).collect()
    })
}
