//! What a thread does while all others stand still.

use crate::engine::run;
use crate::engine::sensitivity::{self, Notice};

/// Runs the closure while no other thread moves, wherever it is, and returns what it returns.
///
/// For code that must not wait: if another thread was stopped in the middle of something and the closure does not come to
/// its end without it, the report says so. Have the thread that is stopped be the test's own, and the one that stands
/// alone be started: so a single interruption shows it. The closure starts no threads.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/alone/tests.rs"), "```")]
pub fn alone<R>(f: impl FnOnce() -> R) -> R {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            run::stand_alone(false);
        }
    }
    sensitivity::add(Notice::HeldLocks);
    run::switch();
    run::stand_alone(true);
    let _end = End;
    f()
}
