// right: collects in a map that is sorted by index

use std::sync::{Arc, Mutex};
use std::thread;

pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let out = Arc::new(Mutex::new(std::collections::BTreeMap::new()));
    let t: Vec<_> = items
        .into_iter()
        .enumerate()
        .map(|(i, x)| {
            let out = out.clone();
            thread::spawn(move || {
                let r = f(x);
                out.lock().unwrap().insert(i, r);
            })
        })
        .collect();
    for t in t {
        t.join().unwrap()
    }
    let m = std::mem::take(&mut *out.lock().unwrap());
    m.into_values().collect()
}
