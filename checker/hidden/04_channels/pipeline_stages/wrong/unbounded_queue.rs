// wrong: puts no bound on what waits between the stages
// finding: not_too_much_is_under_way: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let _ = cap;
    let (sender, between) = mpsc::channel();
    let first = thread::spawn(move || {
        for item in input {
            if sender.send(f(item)).is_err() {
                return;
            }
        }
    });
    let results = between.into_iter().map_while(g).collect();
    first.join().unwrap();
    results
}
