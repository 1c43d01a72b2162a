// wrong: takes each item through both stages before it begins with the next
// finding: both_stages_run_at_the_same_time: deadlock

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let _ = cap;
    input.into_iter().map(f).map_while(g).collect()
}
