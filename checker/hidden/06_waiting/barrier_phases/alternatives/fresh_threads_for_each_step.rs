// right: the end of a scope is a barrier; each step has its own

use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let size = len.div_ceil(workers);
    let mut cells = cells;
    for _ in 0..steps {
        let old = &cells;
        cells = thread::scope(|scope| {
            let chunks: Vec<_> = (0..len)
                .step_by(size)
                .map(|first| {
                    let new_value = move |i: usize| rule(old[(i + len - 1) % len], old[i], old[(i + 1) % len]);
                    scope.spawn(move || (first..len.min(first + size)).map(new_value).collect::<Vec<i64>>())
                })
                .collect();
            chunks.into_iter().flat_map(|chunk| chunk.join().unwrap()).collect()
        });
    }
    cells
}
