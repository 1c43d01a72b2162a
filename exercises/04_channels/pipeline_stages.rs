//! # Pipeline stages
//!
//! Every item goes through two functions: first `f`, then `g`. The code below calls `f` for all items, keeps all that
//! comes out, and only then begins with `g`. Make it a pipeline: while `g` works on one item, `f` works on the next.
//!
//! Why it matters: read and parse, decompress and store, decode and scale. Two stages that run at the same time finish
//! sooner, and the second one has work from the first moment on. Without a bound between them a fast first stage fills
//! the memory all the same. And when the second stage has seen enough, the first one has to learn it: otherwise it works
//! for nothing, or waits for ever for room that nobody makes.
//!
//! ## What must hold
//!
//! - `pipeline(input, cap, f, g)` calls `f` with every item of the input, in order, and `g` with every result of `f`, in
//!   the same order. If `g` never returns `None`, it returns what is in all the `Some`s, in this order.
//! - The stages run at the same time: `f` can be working on an item while `g` works on the item before it.
//! - Not too much is under way: never more than `cap + 2` items for which `f` has been called and `g` has not returned.
//!   That is one in the hands of each stage, and `cap` that wait between them. `cap` is at least 1.
//! - The first `None` of `g` stops the pipeline. What `g` has returned before is what `pipeline` returns. `g` is not
//!   called again, and `f` for at most `cap + 2` more items: for those that may be under way.
//! - When `pipeline` returns, `f` and `g` are not called any more, and no thread is left waiting.
//! - It works for all types that are `Send` and `'static`. `f` and `g` do not panic. `input` may be empty.
//!
//! Any of the stages may run on the calling thread.
//!
//! Work at the `// TODO`.

use std::thread;

/// Puts all items through `f` and then through `g`, until `g` returns `None`.
pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    // TODO: `g` has nothing to do before `f` is done with everything.
    let _ = cap;
    let first = thread::spawn(move || input.into_iter().map(f).collect::<Vec<B>>());
    let between = first.join().unwrap();
    between.into_iter().map_while(g).collect()
}
