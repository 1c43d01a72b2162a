//! Programs with one ordering too weak, each with a twin that is right: the judge must tell them apart.
//!
//! A failure ends the process, so each program runs in a child of this one, as a hidden test runs in a child of the
//! checker: over the same channel, with the same job.

#[macro_use]
extern crate threadlings_orderings as std;
extern crate std as real_std;

mod child;
mod programs;

use threadlings_report::{Explored, Extent, Kind, Outcome};

use child::judge;

/// Writes a test for each program and its twin: `name` must fail as said, `name_right` must pass.
macro_rules! twins {
    ($($program:ident: $kind:ident;)*) => {
        const TESTS: &[(&str, fn())] = &[$(
            (concat!(stringify!($program), "::wrong"), programs::$program::wrong),
            (concat!(stringify!($program), "::right"), programs::$program::right),
        )*];

        $(mod $program {
            #[test]
            fn wrong() {
                super::assert_fails(concat!(stringify!($program), "::wrong"), threadlings_report::Kind::$kind);
            }

            #[test]
            fn right() {
                super::assert_passes(concat!(stringify!($program), "::right"));
            }
        })*
    };
}

twins! {
    publish: DataRace;
    publish_by_fences: DataRace;
    publish_seen_by_exchange: DataRace;
    spin_lock_strong_swap: DataRace;
    spin_lock_swap: DataRace;
    spin_lock_compare_exchange: DataRace;
    spin_lock_test_first: DataRace;
    spin_lock_fetch_or: DataRace;
    spin_lock_static: DataRace;
    store_buffering: WrongResult;
    store_buffering_by_fences: WrongResult;
    peterson: DataRace;
    peterson_swap: DataRace;
    reference_count: DataRace;
    one_shot: DataRace;
    last_arc_drops: DataRace;
    last_handle: WrongResult;
    lock_found_held: WrongResult;
    lazy_pointer: DataRace;
    reader_writer_lock: DataRace;
    ring: DataRace;
    id_counter: WrongResult;
    seqcst_stores_only: WrongResult;
    upgrade_and_drop: WrongResult;
    endless_recursion: Crash;
    fails_once: Unsupported;
    forgotten_arc: Leak;
    lock_order: Deadlock;
    poisoned_lock: Panic;
    wait_for_ever: Livelock;
    weak_exchange: WrongResult;
    downgrade: WrongResult;
    trait_objects: Leak;
    hash_order: WrongResult;
    many_threads: Unsupported;
    looked_before_it_stored: WrongResult;
    told_to_store: WrongResult;
    fence_after_the_store: DataRace;
    strong_access_after_the_store: DataRace;
}

/// Runs the test that the parent names. Does nothing in the parent itself.
#[test]
fn child() {
    if real_std::env::var_os(child::MARK).is_some() {
        std::main(TESTS);
    }
}

fn assert_fails(test: &str, kind: Kind) {
    match judge(test) {
        Outcome::Failed(finding) => {
            assert_eq!(finding.kind, kind, "{}", finding.headline);
            let text = format!("{finding:?}").to_lowercase();
            assert!(!text.contains("loom") && !text.contains("model"), "{}", finding.headline);
        }
        other => panic!("{test} does not fail: {other:?}"),
    }
    assert_eq!(judge(test), judge(test), "the same program, the same finding");
}

fn assert_passes(test: &str) {
    match judge(test) {
        Outcome::Failed(finding) => panic!("{test} fails: {:?}: {}", finding.kind, finding.headline),
        Outcome::Passed(Explored { extent, .. }) => assert_eq!(extent, Extent::Everything),
        Outcome::Replayed(_) => panic!("{test} runs one schedule, as nobody has asked for"),
    }
}
