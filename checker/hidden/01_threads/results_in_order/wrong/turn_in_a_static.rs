// wrong: keeps whose turn it is in a static, which goes on where the call before ended
// finding: a_second_call: livelock

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static TURN: AtomicUsize = AtomicUsize::new(0);
pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let out = Mutex::new(vec![]);
    thread::scope(|s| {
        for (i, x) in items.into_iter().enumerate() {
            let out = &out;
            s.spawn(move || {
                let r = f(x);
                while TURN.load(SeqCst) != i {
                    thread::yield_now()
                }
                out.lock().unwrap().push(r);
                TURN.fetch_add(1, SeqCst);
            });
        }
    });
    out.into_inner().unwrap()
}
