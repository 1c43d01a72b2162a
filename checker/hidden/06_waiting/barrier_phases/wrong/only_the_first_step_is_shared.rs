// wrong: starts threads for the first step, and does the others alone
// finding: the_work_is_shared: deadlock

use std::thread;

pub fn simulate(mut cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    for step in 0..steps {
        let old = &cells;
        let new_value = |i: usize| rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
        let size = if step == 0 { len.div_ceil(workers).max(1) } else { len.max(1) };
        cells = thread::scope(|scope| {
            let chunks: Vec<_> = (0..len)
                .step_by(size)
                .map(|first| scope.spawn(move || (first..len.min(first + size)).map(new_value).collect::<Vec<_>>()))
                .collect();
            chunks.into_iter().flat_map(|chunk| chunk.join().unwrap()).collect()
        });
    }
    cells
}
