//! # A simulation in steps
//!
//! Cells stand in a circle. In each step every cell gets a new value from its left neighbour, itself and its right
//! neighbour, all three as they were before the step. Threads share the work: each computes the cells of its own
//! chunk, and a barrier sees to it that nobody begins the next step before all have written. Still the results are
//! wrong now and then. Find out which value was read too late, and repair `simulate`.
//!
//! Why it matters: weather, fluids, game worlds, image filters and training of neural networks run like this, in
//! phases that no thread may leave early. Every phase has two sides, what it reads and what it writes, and both need
//! to be kept apart from the phases before and after.
//!
//! ## What must hold
//!
//! - `simulate(cells, steps, workers, rule)` does `steps` steps and returns the cells after the last one. In each,
//!   cell `i` becomes `rule(left, own, right)`. The last cell is the left neighbour of the first, and the first the
//!   right neighbour of the last; a single cell is its own neighbour on both sides.
//! - The result is the same as if one thread had computed all new values of a step before it wrote any.
//! - The work of each step is shared: with at least two cells and two `workers`, at least two threads are in `rule` at
//!   the same time. Never are more than `workers` threads in it. You may use the calling thread as one of them.
//! - `workers` is at least 1, and may be larger than the number of cells. There may be no cells, and no steps.
//! - `rule` is called once for each cell and step, and does not panic. No thread is left when `simulate` returns.
//!
//! The signature stays as it is; how the threads share the cells is up to you.
//!
//! Work at the `// TODO`.

use std::sync::{Barrier, RwLock};
use std::thread;

/// The cells after so many steps, computed by so many threads at most.
pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    // At least one cell for each chunk, so there may be fewer chunks than workers.
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
                    // TODO: this thread has read what it needs. And the others?
                    shared.write().unwrap()[chunk.clone()].copy_from_slice(&new);
                    barrier.wait();
                }
            });
        }
    });
    shared.into_inner().unwrap()
}
