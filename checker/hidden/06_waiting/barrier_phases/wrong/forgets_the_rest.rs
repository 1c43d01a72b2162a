// wrong: rounds the size of the chunks down, and leaves the rest of the cells as it was
// finding: unequal_chunks: wrong_result

use std::sync::{Barrier, RwLock};
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let size = (len / workers).max(1);
    let barrier = Barrier::new(workers.min(len));
    let shared = RwLock::new(cells);
    thread::scope(|scope| {
        for first in (0..len).step_by(size).take(workers) {
            let (shared, barrier) = (&shared, &barrier);
            let chunk = first..len.min(first + size);
            scope.spawn(move || {
                for _ in 0..steps {
                    let new: Vec<i64> = {
                        let old = shared.read().unwrap();
                        let new_value = |i: usize| rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
                        chunk.clone().map(new_value).collect()
                    };
                    barrier.wait();
                    shared.write().unwrap()[chunk.clone()].copy_from_slice(&new);
                    barrier.wait();
                }
            });
        }
    });
    shared.into_inner().unwrap()
}
