// right: parks until the other thread has set a write-once cell

use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

pub fn apply_on_thread<T, R>(mut value: T, f: fn(&mut T) -> R) -> (T, R)
where
    T: Send + 'static,
    R: Send + 'static,
{
    let s = Arc::new(OnceLock::new());
    let (o, me) = (s.clone(), thread::current());
    thread::spawn(move || {
        let r = f(&mut value);
        o.set(Mutex::new(Some((value, r)))).ok();
        me.unpark();
    });
    loop {
        if let Some(m) = s.get() {
            return m.lock().unwrap().take().unwrap();
        }
        thread::park();
    }
}
