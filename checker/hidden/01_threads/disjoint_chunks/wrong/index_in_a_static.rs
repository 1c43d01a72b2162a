// wrong: takes the next index from a static, which goes on where the call before ended
// finding: a_second_call_does_its_own_work: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static NEXT: AtomicUsize = AtomicUsize::new(0);
pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let s: Vec<Mutex<&mut T>> = data.iter_mut().map(Mutex::new).collect();
    thread::scope(|sc| {
        for _ in 0..real(workers) {
            sc.spawn(|| {
                loop {
                    let i = NEXT.fetch_add(1, SeqCst);
                    match s.get(i) {
                        Some(m) => f(&mut m.lock().unwrap()),
                        None => break,
                    }
                }
            });
        }
    });
}

fn real(workers: usize) -> usize {
    if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers }
}
