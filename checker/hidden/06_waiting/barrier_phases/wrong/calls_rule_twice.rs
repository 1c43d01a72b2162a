// wrong: calls the rule once to see whether the cell changes at all, and once more for the new value
// finding: one_step: wrong_result

use std::sync::{Barrier, RwLock};
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let size = len.div_ceil(workers);
    let barrier = Barrier::new(len.div_ceil(size));
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
                        let changes = |i: &usize| new_value(*i) != old[*i];
                        chunk.clone().map(|i| if changes(&i) { new_value(i) } else { old[i] }).collect()
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
