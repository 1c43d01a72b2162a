//! Hidden tests of `mutex_counter`.

use std::sync::Arc;
use std::thread;

use exercise::Score;

/// One thread: `add` returns what that player has, `total` the sum over all players.
#[schedules]
fn points_are_kept_per_player() {
    let score = Score::new();
    assert_eq!(score.total(), 0, "`total()` of a new score is not 0");
    assert_eq!(score.add("ann", 1), 1, "the first `add(\"ann\", 1)` did not return 1");
    assert_eq!(score.add("bob", 10), 10, "`add(\"bob\", 10)` did not return 10 although bob had nothing before");
    assert_eq!(score.add("ann", 4), 5, "`add(\"ann\", 4)` did not return 5 although ann had 1 before");
    assert_eq!(score.add("ann", 0), 5, "`add(\"ann\", 0)` did not return 5 although ann had 5 before");
    assert_eq!(score.total(), 15, "`total()` is not 15 with 5 points for ann and 10 for bob");
}

/// Players have similar names and many points, and there is a second score.
#[schedules]
fn points_of_another_do_not_count() {
    const MANY: u64 = 10_000_000_000;
    let (score, another) = (Score::new(), Score::new());
    score.add("ann", MANY);
    assert_eq!(score.add("anna", 1), 1, "the first `add(\"anna\", 1)` did not return 1: only ann had points before");
    assert_eq!(score.add("Ann", 2), 2, "the first `add(\"Ann\", 2)` did not return 2: only ann and anna had points");
    assert_eq!(score.add("ann", 1), MANY + 1, "`add(\"ann\", 1)` is wrong when ann has 10,000,000,000 points");
    assert_eq!(
        score.total(),
        MANY + 4,
        "`total()` is wrong with three players, one of them with 10,000,000,001 points"
    );
    assert_eq!(another.add("ann", 1), 1, "ann has points in one score, and the first `add` to another counts them");
    assert_eq!(another.total(), 1, "`total()` of one score counts what was added to another");
}

/// Two threads add to the same new player: both additions count.
#[schedules]
fn two_additions_to_one_player() {
    let score = Arc::new(Score::new());
    let other = {
        let score = Arc::clone(&score);
        thread::spawn(move || score.add("ann", 1))
    };
    score.add("ann", 2);
    other.join().unwrap();
    assert_eq!(
        score.total(),
        3,
        "an addition was lost: `total()` is wrong after `add(\"ann\", 1)` and `add(\"ann\", 2)`"
    );
}

/// Two threads add to a player who has 10 points: each gets the points right after its own addition.
#[schedules]
fn each_addition_returns_its_own_total() {
    let score = Arc::new(Score::new());
    score.add("ann", 10);
    let other = {
        let score = Arc::clone(&score);
        thread::spawn(move || score.add("ann", 1))
    };
    let with_two = score.add("ann", 2);
    let with_one = other.join().unwrap();
    assert!(
        [(11, 13), (13, 12)].contains(&(with_one, with_two)),
        "ann had 10 points, `add(\"ann\", 1)` returned {with_one} and `add(\"ann\", 2)` returned {with_two}: \
         no order of the two additions gives that",
    );
    assert_eq!(score.total(), 13, "an addition was lost: `total()` is wrong after adding 10, 1 and 2");
}

/// A thread adds 1 for cat, who is new, 2 for ann, 4 for bob, 8 for ann; `total` returns one of the sums that come about
/// in this order.
#[schedules]
fn total_is_a_sum_that_existed() {
    let score = Arc::new(Score::new());
    score.add("ann", 10);
    score.add("bob", 20);
    let other = {
        let score = Arc::clone(&score);
        thread::spawn(move || {
            score.add("cat", 1);
            score.add("ann", 2);
            score.add("bob", 4);
            score.add("ann", 8);
        })
    };
    let total = score.total();
    other.join().unwrap();
    assert!(
        [30, 31, 33, 37, 45].contains(&total),
        "`total()` returned {total}, but the sums were 30, 31, 33, 37 and 45, one after the other",
    );
}

/// `total`, called after `add` has returned, counts at least what `add` has counted.
#[schedules]
fn total_counts_what_add_has_counted() {
    let score = Arc::new(Score::new());
    let other = {
        let score = Arc::clone(&score);
        thread::spawn(move || score.add("ann", 1))
    };
    let ann = score.add("ann", 2);
    let total = score.total();
    other.join().unwrap();
    assert!(
        total >= ann,
        "`add` returned {ann} for one player, and after that `total()` over all players returned {total}"
    );
}
