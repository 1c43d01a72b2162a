//! # Pipeline stages
//!
//! A bounded channel between the stages does three things at once. It hands items over, it makes a fast first stage wait,
//! and its two ends tell each other when they stop: no more items in the one direction, no more interest in the other.

use std::sync::mpsc;
use std::thread;

/// Puts all items through `f` and then through `g`, until `g` returns `None`.
pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::sync_channel(cap);
    // The scope joins the first stage. Without that, it could still be inside `f` when this function returns.
    thread::scope(|scope| {
        scope.spawn(move || {
            for item in input {
                // `send` waits for room. Its error means that the second stage has stopped, and is no reason to panic.
                // The sender was moved in here, so it goes away with the last item, and the other loop ends.
                if sender.send(f(item)).is_err() {
                    break;
                }
            }
        });
        // `into_iter` takes the receiver, and that matters: when `g` returns `None` the receiver is dropped at the end
        // of this line, before the scope waits for the first stage. With `between.iter()` it would live on outside of
        // the scope, and the first stage would wait in `send` for ever. To receive the rest without using it would
        // let the first stage end, too, but only after it has worked through the whole input for nothing.
        between.into_iter().map_while(g).collect()
    })
}
