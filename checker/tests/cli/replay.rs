//! `threadlings run --replay`: the schedule that failed last, on the code as it is now.

use crate::support::{Clone, prepare_judges};

const ANSWER: &str = "exercises/07_deadlocks/lock_ordering.rs";
const HIDDEN: &str = "checker/hidden/07_deadlocks/lock_ordering";
const KEPT: &str = ".threadlings/schedules/lock_ordering.json";

/// A copy of the course in which this answer has just failed.
fn failed(answer: &str) -> Clone {
    prepare_judges();
    let clone = Clone::new();
    clone.save(ANSWER, &clone.read(&format!("{HIDDEN}/{answer}.rs")));
    assert_eq!(clone.call(&["run", "lock_ordering"]).code, Some(1));
    clone
}

#[test]
fn a_deadlock_comes_again_until_it_is_mended() {
    let clone = failed("starter");
    let called = clone.call(&["run", "lock_ordering", "--replay"]);
    assert_eq!(called.code, Some(1), "{}", called.err);
    screen!("replay__replay_fails_again", called.out);

    clone.save(ANSWER, &clone.read("solutions/07_deadlocks/lock_ordering.rs"));
    let called = clone.call(&["run", "lock_ordering", "--replay"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    screen!("replay__replay_passes", called.out);
    let called = clone.call(&["run", "lock_ordering", "--replay", "--format", "json"]);
    let replay: serde_json::Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!((&replay["pass"], &replay["switches"]), (&true.into(), &1.into()));
    assert!(!clone.call(&["list"]).out.contains("✓ lock_ordering"), "one schedule solves nothing");
}

#[test]
fn a_schedule_that_no_longer_fits_is_called_so() {
    let clone = failed("starter");
    let answer = clone.read(ANSWER).replace(
        "    // TODO: which lock does",
        "    if cents > 0 {\n        return Ok(());\n    }\n    // TODO: which lock does",
    );
    clone.save(ANSWER, &answer);
    let called = clone.call(&["run", "lock_ordering", "--replay"]);
    assert_eq!(called.code, Some(1), "{}", called.err);
    screen!("replay__replay_no_longer_fits", called.out);
}

#[test]
fn a_livelock_comes_again() {
    let clone = failed("wrong/try_lock_and_retry");
    let again = clone.call(&["run", "lock_ordering", "--replay"]);
    assert_eq!(again.code, Some(1), "{}", again.err);
    assert!(again.out.contains("take turns"), "{}", again.out);
    assert!(again.out.contains("livelock: "), "{}", again.out);
}

#[test]
fn code_that_does_not_compile_is_not_replayed() {
    let clone = failed("starter");
    clone.save(ANSWER, "fn");
    let called = clone.call(&["run", "lock_ordering", "--replay"]);
    assert_eq!(called.code, Some(1), "{}", called.err);
    assert!(called.out.contains("does not compile"), "{}", called.out);
    assert!(called.out.contains("error"), "{}", called.out);
}

#[test]
fn without_a_kept_schedule_it_says_what_to_do() {
    prepare_judges();
    let clone = Clone::new();
    let nothing = || {
        let called = clone.call(&["run", "lock_ordering", "--replay"]);
        assert_eq!(called.code, Some(2), "{}", called.out);
        assert!(called.err.contains("`threadlings run lock_ordering` keeps"), "{}", called.err);
    };
    nothing();
    // A file that was named is judged and leaves nothing behind.
    let starter = clone.path(&format!("{HIDDEN}/starter.rs"));
    clone.call(&["run", "lock_ordering", "--file", starter.to_str().unwrap()]);
    assert!(!clone.path(KEPT).exists());
    // What somebody else has put there is nothing that could be followed.
    std::fs::create_dir_all(clone.path(KEPT).parent().unwrap()).unwrap();
    clone.save(KEPT, "{}");
    nothing();
}
