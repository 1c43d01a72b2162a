//! Workers that are told to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use exercise::Pool;

/// Two workers get two jobs and are told to stop.
#[schedules]
fn every_job_runs() {
    let pool = Pool::default();
    let done = Arc::new(AtomicU32::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| pool.work());
        }
        for _ in 0..2 {
            let done = Arc::clone(&done);
            pool.push(Box::new(move || _ = done.fetch_add(1, SeqCst)));
        }
        pool.stop();
    });
    assert_eq!(done.load(SeqCst), 2, "a job was pushed before `stop` and never ran");
}
