use exercise::contains;
use harness::Blocker;

/// The first element is looked at until the last one was: `contains` looks at several at once.
#[native]
#[schedules]
#[orderings]
fn a_slow_look_holds_up_no_other() {
    let last_seen = Blocker::new("`contains` looks at the last element only after it is done with the first");
    let look = |item: &u32| {
        match item {
            1 => last_seen.wait(),
            _ => last_seen.release(),
        }
        *item == 2
    };
    assert!(contains(&[1, 2], look), "`contains` did not find the 2 in [1, 2]");
}
