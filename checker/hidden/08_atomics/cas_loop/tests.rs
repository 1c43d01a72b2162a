//! Hidden tests of `cas_loop`.

use std::thread;

use exercise::Peak;

/// One thread records one value: it counts.
#[schedules]
fn one_record() {
    let peak = Peak::new();
    assert_eq!(peak.best(), (u32::MAX, 0), "`best` of a new `Peak` is not that of `record(u32::MAX, 0)`");
    peak.record(1, 5);
    assert_eq!(peak.best(), (1, 5), "a single `record(1, 5)` got lost");
}

/// One thread records several values: the largest counts, and of several places the smallest.
#[schedules]
fn the_largest_value_at_the_smallest_place() {
    let peak = Peak::new();
    peak.record(7, 9);
    peak.record(8, 5);
    assert_eq!(peak.best(), (7, 9), "after 9 at place 7 and 5 at place 8 `best` is wrong");
    peak.record(9, 9);
    assert_eq!(peak.best(), (7, 9), "after 9 at place 7 and then 9 at place 9 `best` is wrong");
    peak.record(3, 9);
    assert_eq!(peak.best(), (3, 9), "after 9 at place 7 and then 9 at place 3 `best` is wrong");
    peak.record(u32::MAX, u32::MAX);
    assert_eq!(peak.best(), (u32::MAX, u32::MAX), "`record(u32::MAX, u32::MAX)` does not count");
    peak.record(70_000, u32::MAX);
    assert_eq!(
        peak.best(),
        (70_000, u32::MAX),
        "after u32::MAX at place u32::MAX and then at place 70000 `best` is wrong"
    );
}

/// A value of 0 is recorded, first at one place and then at a smaller one. Another `Peak` knows nothing of it.
#[schedules]
fn zero_is_a_value() {
    let (peak, other) = (Peak::new(), Peak::new());
    peak.record(7, 0);
    assert_eq!(peak.best(), (7, 0), "a single `record(7, 0)` got lost");
    peak.record(0, 0);
    assert_eq!(peak.best(), (0, 0), "after 0 at place 7 and then 0 at place 0 `best` is wrong");
    assert_eq!(other.best(), (u32::MAX, 0), "`best` of a new `Peak` is not that of `record(u32::MAX, 0)`");
}

/// Two threads record different values at the same time: the larger one counts.
#[schedules]
fn two_records_at_the_same_time() {
    let peak = Peak::new();
    thread::scope(|scope| {
        scope.spawn(|| peak.record(1, 9));
        peak.record(2, 5);
    });
    assert_eq!(peak.best(), (1, 9), "9 at place 1 and 5 at place 2 were recorded at the same time: `best` is wrong");
}

/// One thread records four values, each larger than the one before, while another records a still larger one.
#[schedules]
fn a_record_among_many() {
    let peak = Peak::new();
    thread::scope(|scope| {
        scope.spawn(|| (1..=4).for_each(|value| peak.record(1, value)));
        peak.record(2, 9);
    });
    assert_eq!(peak.best(), (2, 9), "9 at place 2 was recorded while another thread recorded 1 to 4: `best` is wrong");
}

/// Two threads record the same value at the same time: the smaller place counts.
#[schedules]
fn two_places_at_the_same_time() {
    let peak = Peak::new();
    thread::scope(|scope| {
        scope.spawn(|| peak.record(2, 5));
        peak.record(1, 5);
    });
    assert_eq!(peak.best(), (1, 5), "5 at place 2 and 5 at place 1 were recorded at the same time: `best` is wrong");
}

/// A thread records a smaller and then a larger value while another one looks: it sees the best one, before or after.
#[schedules]
fn a_look_while_something_is_recorded() {
    let peak = Peak::new();
    peak.record(1, 5);
    thread::scope(|scope| {
        scope.spawn(|| {
            peak.record(2, 3);
            peak.record(3, 9);
        });
        let seen = peak.best();
        assert!(
            [(1, 5), (3, 9)].contains(&seen),
            "5 at place 1, 3 at place 2 and 9 at place 3 were recorded in this order, and `best` returned {seen:?} \
             meanwhile",
        );
    });
    assert_eq!(peak.best(), (3, 9), "after 5 at place 1, 3 at place 2 and 9 at place 3 `best` is wrong");
}

/// A thread is stopped anywhere in `record`: another thread's `record` and `best` do not wait for it.
#[schedules]
fn a_thread_that_is_stopped_holds_up_nobody() {
    let peak = Peak::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            harness::alone(|| {
                peak.record(1, 9);
                let seen = peak.best();
                assert_eq!(seen, (1, 9), "9 at place 1 was recorded, and `best` did not return it right after that");
            });
        });
        peak.record(2, 5);
    });
    assert_eq!(peak.best(), (1, 9), "9 at place 1 and 5 at place 2 were recorded at the same time: `best` is wrong");
}

/// A thread is stopped anywhere in `best`: another thread's `record` does not wait for it.
#[schedules]
fn a_thread_that_is_stopped_while_it_looks_holds_up_nobody() {
    let peak = Peak::new();
    thread::scope(|scope| {
        scope.spawn(|| harness::alone(|| peak.record(1, 9)));
        peak.best();
    });
    assert_eq!(peak.best(), (1, 9), "9 at place 1 was recorded while another thread looked: `best` is wrong");
}
