// wrong: `f` is done with all items before `g` begins
// finding: both_stages_run_at_the_same_time: deadlock

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let _ = cap;
    let between: Vec<B> = input.into_iter().map(f).collect();
    between.into_iter().map_while(g).collect()
}
