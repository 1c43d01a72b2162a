// right: the calling thread calls `f`, a thread calls `g` and returns the results through its handle

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::sync_channel(cap);
    let second = thread::spawn(move || between.into_iter().map_while(g).collect::<Vec<C>>());
    for item in input {
        if sender.send(f(item)).is_err() {
            break;
        }
    }
    drop(sender);
    second.join().unwrap()
}
