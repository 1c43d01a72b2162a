// right: four parts on three threads, with a bounded channel on every edge

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (feed, raw) = mpsc::sync_channel(cap);
    let (sender, between) = mpsc::sync_channel(cap);
    let (done, results) = mpsc::sync_channel(cap);
    thread::scope(|scope| {
        scope.spawn(move || input.into_iter().try_for_each(|item| feed.send(item)));
        scope.spawn(move || raw.into_iter().try_for_each(|item| sender.send(f(item))));
        scope.spawn(move || between.into_iter().map_while(g).try_for_each(|result| done.send(result)));
        results.into_iter().collect()
    })
}
