// wrong: divides by the number of cells, also if there are none
// finding: the_smallest_ones: panic

use std::sync::{Barrier, RwLock};
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    let size = len.div_ceil(workers);
    let barrier = Barrier::new(len.div_ceil(size));
    let shared = RwLock::new(cells);
    thread::scope(|scope| {
        for first in (0..len).step_by(size) {
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
