// wrong: calls `f` for one item after the other on the caller
// finding: calls_run_at_the_same_time: deadlock

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    items.into_iter().map(f).collect()
}
