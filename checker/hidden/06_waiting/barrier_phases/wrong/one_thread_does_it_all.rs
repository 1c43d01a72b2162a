// wrong: right, and nobody but the caller works
// finding: the_work_is_shared: deadlock

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    let len = cells.len();
    if len == 0 {
        return cells;
    }
    let _ = workers;
    let mut cells = cells;
    for _ in 0..steps {
        cells = (0..len).map(|i| rule(cells[(i + len - 1) % len], cells[i], cells[(i + 1) % len])).collect();
    }
    cells
}
