//! A moment at which nothing happens.

use crate::engine;

/// Waits until no other thread does anything any more: each has ended, or waits for another thread.
///
/// Catches busy waiting: a thread that looks again and again, be it with `yield_now`, `sleep` or a timeout in between,
/// never rests. The sentence says what the learner's code does in that case. What a thread has to do before it rests
/// is done when this returns, so it also makes sure, without sleeping, that a thread has begun to wait.
///
#[doc = concat!("```ignore\n", include_str!("../examples/settle/tests.rs"), "```")]
#[track_caller]
pub fn settle(sentence: &str) {
    let _waiting = engine::waiting(sentence, "the others never rest");
    engine::settle(sentence);
}
