use exercise::first_of_each;
use harness::calling;

/// An empty part counts as one that begins with 0.
#[native]
#[schedules]
#[orderings]
fn parts_may_be_empty() {
    for parts in [vec![], vec![vec![3]], vec![vec![3], vec![]]] {
        // If the learner's code panics, the report names the parts with which it did.
        calling(format!("`first_of_each(&{parts:?})`"));
        assert_eq!(first_of_each(&parts).len(), parts.len(), "`first_of_each` left out a part");
    }
}
