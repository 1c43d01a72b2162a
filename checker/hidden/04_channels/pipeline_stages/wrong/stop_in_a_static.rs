// wrong: says in a static that it is to stop, which stops the next call as well
// finding: a_second_call_is_not_stopped: wrong_result

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread;

static STOPPED: AtomicBool = AtomicBool::new(false);
pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (tx, rx) = mpsc::sync_channel(cap);
    let first = thread::spawn(move || {
        for a in input {
            if STOPPED.load(SeqCst) || tx.send(f(a)).is_err() {
                break;
            }
        }
    });
    let mut out = Vec::new();
    for b in rx {
        match g(b) {
            Some(c) => out.push(c),
            None => {
                STOPPED.store(true, SeqCst);
                break;
            }
        }
    }
    first.join().unwrap();
    out
}
