// wrong: the barrier waits for as many threads as there are workers or cells, and rounding up makes fewer chunks
// finding: fewer_chunks_than_workers: deadlock

use std::sync::{Barrier, RwLock};
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let size = len.div_ceil(workers);
    let barrier = Barrier::new(workers.min(len));
    let buffers = [RwLock::new(cells.clone()), RwLock::new(cells)];
    thread::scope(|scope| {
        for first in (0..len).step_by(size) {
            let (buffers, barrier) = (&buffers, &barrier);
            let chunk = first..len.min(first + size);
            scope.spawn(move || {
                for step in 0..steps {
                    let new: Vec<i64> = {
                        let old = buffers[step % 2].read().unwrap();
                        let new_value = |i: usize| rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
                        chunk.clone().map(new_value).collect()
                    };
                    buffers[(step + 1) % 2].write().unwrap()[chunk.clone()].copy_from_slice(&new);
                    barrier.wait();
                }
            });
        }
    });
    let [even, odd] = buffers;
    let last = if steps.is_multiple_of(2) { even } else { odd };
    last.into_inner().unwrap()
}
