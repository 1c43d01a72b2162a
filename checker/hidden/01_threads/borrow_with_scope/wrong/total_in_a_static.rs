// wrong: adds to a static, which still holds the total of the call before
// finding: a_second_call_counts_anew: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static TOTAL: AtomicUsize = AtomicUsize::new(0);
pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in words.chunks(share) {
            s.spawn(move || TOTAL.fetch_add(c.iter().filter(|w| pred(w)).count(), SeqCst));
        }
    });
    TOTAL.load(SeqCst)
}
