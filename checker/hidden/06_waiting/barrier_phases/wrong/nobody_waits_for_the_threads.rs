// wrong: waits for the new values, but not for the threads that have sent them
// finding: one_step: wrong_result

use std::sync::{Arc, mpsc};
use std::thread;

pub fn simulate(mut cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    let size = len.div_ceil(workers).max(1);
    for _ in 0..steps {
        let old = Arc::new(cells.clone());
        let (sender, receiver) = mpsc::channel();
        for first in (0..len).step_by(size) {
            let (old, sender) = (Arc::clone(&old), sender.clone());
            thread::spawn(move || {
                for i in first..len.min(first + size) {
                    let new = rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
                    sender.send((i, new)).unwrap();
                }
            });
        }
        drop(sender);
        for (i, new) in receiver {
            cells[i] = new;
        }
    }
    cells
}
