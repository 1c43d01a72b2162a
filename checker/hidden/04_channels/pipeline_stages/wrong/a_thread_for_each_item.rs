// wrong: calls `f` for all items at once
// finding: not_too_much_is_under_way: wrong_result

use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let _ = cap;
    let calls: Vec<_> = input.into_iter().map(|item| thread::spawn(move || f(item))).collect();
    calls.into_iter().map(|call| call.join().unwrap()).map_while(g).collect()
}
