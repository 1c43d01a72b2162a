// wrong: needs no bounds because it starts no threads
// finding: the_calls_run_at_the_same_time: deadlock

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R,
{
    (f(), f())
}
