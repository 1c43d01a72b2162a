//! Scores and their sum.

use exercise::Scores;

/// One thread adds twice.
#[schedules]
fn adding_returns_the_sum() {
    let scores = Scores::default();
    assert_eq!((scores.add(3), scores.add(4), scores.sum()), (3, 7, 7), "`add(3)` and `add(4)` did not return 3 and 7");
}
