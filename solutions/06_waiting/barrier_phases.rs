//! # A simulation in steps
//!
//! One barrier after the writing keeps the next step from beginning too early. It does not keep a fast thread from
//! overwriting what a slow one has yet to read in this step. Here nobody ever writes what somebody reads: each step
//! reads one of two buffers and writes the other one.

use std::sync::{Barrier, RwLock};
use std::thread;

/// The cells after so many steps, computed by so many threads at most.
pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    // `div_ceil` may make fewer chunks than there are workers. The barrier counts those who will come to it: if it
    // waited for workers without a chunk, nobody would ever get past it.
    let size = len.div_ceil(workers);
    let barrier = Barrier::new(len.div_ceil(size));
    // Even steps read the first and write the second, odd steps the other way round. Second barriers instead of second
    // buffers would be right, too: read, wait, write, wait. This waits once a step and costs the memory once more.
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
                    // After this all have written step + 1, and all have done with reading the buffer that is written
                    // next.
                    barrier.wait();
                }
            });
        }
    });
    let [even, odd] = buffers;
    let last = if steps.is_multiple_of(2) { even } else { odd };
    last.into_inner().unwrap()
}
