use std::thread;

use exercise::Pair;
use harness::OutcomeSet;

/// Two writers may come in either order, but none gets between the two halves of the other.
#[schedules]
#[orderings]
fn pairs_stay_whole() {
    let outcomes = OutcomeSet::new(&["(1, 1)", "(2, 2)"])
        .unexpected("after `set(1)` and `set(2)` on two threads, `get()` returns")
        .missing("after `set(1)` and `set(2)` on two threads, `get()` never returns");
    let pair = Pair::new();
    thread::scope(|scope| {
        scope.spawn(|| pair.set(1));
        scope.spawn(|| pair.set(2));
    });
    outcomes.observe(format!("{:?}", pair.get()));
}
