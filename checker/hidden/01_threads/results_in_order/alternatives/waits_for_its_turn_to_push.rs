// right: each thread waits for its turn to append its result

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let out = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
    let t: Vec<_> = items
        .into_iter()
        .enumerate()
        .map(|(i, x)| {
            let out = out.clone();
            thread::spawn(move || {
                let r = f(x);
                let mut o = out.1.wait_while(out.0.lock().unwrap(), |o| o.len() != i).unwrap();
                o.push(r);
                out.1.notify_all();
            })
        })
        .collect();
    for h in t {
        h.join().unwrap();
    }
    std::mem::take(&mut *out.0.lock().unwrap())
}
