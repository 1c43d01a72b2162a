//! Hidden tests of `guard_in_match`.

use std::sync::Mutex;
use std::thread;

use exercise::{Hub, Mode, State};
use harness::OutcomeSet;

fn hub(state: State) -> Hub {
    Hub { state: Mutex::new(state) }
}

/// One thread calls `step` three times: the mode goes from none to slow, to fast, to none.
#[schedules]
fn step_moves_the_mode_on() {
    let hub = hub(State::default());
    for mode in [Some(Mode::Slow), Some(Mode::Fast), None] {
        hub.step();
        assert_eq!(hub.state.lock().unwrap().mode, mode, "`step()` moved the mode to the wrong one");
    }
}

/// One thread drains four jobs, one of which is 0.
#[schedules]
fn drain_adds_up_all_jobs() {
    let hub = hub(State { waiting: [1, 0, 2, 4].into(), sum: 10, ..State::default() });
    hub.drain();
    let state = hub.state.into_inner().unwrap();
    assert!(state.waiting.is_empty(), "`drain()` has returned, and jobs are still waiting");
    assert_eq!(state.sum, 17, "the sum was 10, `drain()` found the jobs 1, 0, 2 and 4: now the sum is wrong");
}

/// The report has a line for each entry of the log, and the log stays.
#[schedules]
fn report_shows_the_log() {
    let hub = hub(State::default());
    assert_eq!(hub.report(), "", "the log has no entries, and `report()` is wrong");
    hub.state.lock().unwrap().log = vec!["begin".into(), String::new(), "end".into()];
    for _ in 0..2 {
        assert_eq!(
            hub.report(),
            "begin\n\nend\n",
            "the log has the entries \"begin\", \"\" and \"end\", and `report()` is wrong"
        );
    }
    let log = hub.state.into_inner().unwrap().log;
    assert_eq!(log, ["begin", "", "end"], "`report()` changed the log");
}

/// Two threads ask for the report at the same time: both get it.
#[schedules]
fn two_reports_at_once() {
    let hub = hub(State { log: vec!["begin".into()], ..State::default() });
    let reports = thread::scope(|scope| {
        let other = scope.spawn(|| hub.report());
        [hub.report(), other.join().unwrap()]
    });
    assert_eq!(reports, ["begin\n"; 2], "two threads called `report()` at the same time, and one report is wrong");
}

/// One thread asks for twice the sum.
#[schedules]
fn sum_twice_doubles_the_sum() {
    let hub = hub(State { sum: 21, ..State::default() });
    assert_eq!(hub.sum_twice(), 42, "the sum is 21, and `sum_twice()` is not 42");
    assert_eq!(hub.state.into_inner().unwrap().sum, 21, "`sum_twice()` changed the sum");
}

/// One thread asks for the mode when there is one, and when there is none.
#[schedules]
fn a_missing_mode_is_counted() {
    let hub = hub(State::default());
    for mode in [Mode::Fast, Mode::Slow] {
        hub.state.lock().unwrap().mode = Some(mode);
        assert_eq!(hub.mode_or_default(), mode, "there is a mode, and `mode_or_default()` returned another one");
        assert_eq!(hub.state.lock().unwrap().defaults, 0, "`mode_or_default()` found a mode, and changed `defaults`");
    }
    hub.state.lock().unwrap().mode = None;
    for times in 1..=2 {
        assert_eq!(
            hub.mode_or_default(),
            Mode::Slow,
            "there is no mode, and `mode_or_default()` did not return `Slow`"
        );
        let state = hub.state.lock().unwrap();
        assert_eq!(state.defaults, times, "`mode_or_default()` found no mode, and did not add 1 to `defaults`");
        assert_eq!(state.mode, None, "`mode_or_default()` changed the mode");
    }
}

/// Two threads call `step` at the same time: the mode moves on by two.
#[schedules]
fn two_steps_at_once_both_count() {
    let hub = hub(State::default());
    thread::scope(|scope| {
        scope.spawn(|| hub.step());
        hub.step();
    });
    let mode = hub.state.into_inner().unwrap().mode;
    assert_eq!(mode, Some(Mode::Fast), "a step was lost: there was no mode, and two threads called `step()` once each");
}

/// Two threads ask for the mode at the same time, and there is none: both count.
#[schedules]
fn two_missing_modes_are_counted() {
    let hub = hub(State::default());
    thread::scope(|scope| {
        scope.spawn(|| hub.mode_or_default());
        hub.mode_or_default();
    });
    let defaults = hub.state.into_inner().unwrap().defaults;
    assert_eq!(defaults, 2, "two threads called `mode_or_default()` and there was no mode: `defaults` is not 2");
}

/// Two threads drain the same hub: each job is added once.
#[schedules]
fn two_threads_drain_one_hub() {
    let hub = hub(State { waiting: [1, 2, 4].into(), ..State::default() });
    thread::scope(|scope| {
        scope.spawn(|| hub.drain());
        hub.drain();
    });
    let sum = hub.state.into_inner().unwrap().sum;
    assert_eq!(sum, 7, "two threads drained the jobs 1, 2 and 4, and the sum is wrong");
}

/// The sum goes from 10 to 11 meanwhile: `sum_twice` sees one of the two, twice.
#[schedules]
fn sum_twice_sees_one_moment() {
    let twice = OutcomeSet::new(&["20", "22"])
        .unexpected("the sum went from 10 to 11 meanwhile, and `sum_twice()` returned")
        .missing("the sum went from 10 to 11 meanwhile, and `sum_twice()` never returned");
    let hub = hub(State { waiting: [1].into(), sum: 10, ..State::default() });
    thread::scope(|scope| {
        scope.spawn(|| hub.drain());
        twice.observe(hub.sum_twice().to_string());
    });
}

/// Another thread holds the lock for a moment: `step` waits for it and does its work.
#[schedules]
fn step_waits_for_a_busy_hub() {
    let hub = hub(State::default());
    thread::scope(|scope| {
        scope.spawn(|| hub.step());
        drop(hub.state.lock().unwrap());
    });
    let mode = hub.state.into_inner().unwrap().mode;
    assert_eq!(mode, Some(Mode::Slow), "another thread held the lock for a moment, and `step()` did not move the mode");
}

/// Another thread holds the lock for a moment: `drain` waits for it and does its work.
#[schedules]
fn drain_waits_for_a_busy_hub() {
    let hub = hub(State { waiting: [1, 2].into(), ..State::default() });
    thread::scope(|scope| {
        scope.spawn(|| hub.drain());
        drop(hub.state.lock().unwrap());
    });
    let sum = hub.state.into_inner().unwrap().sum;
    assert_eq!(sum, 3, "another thread held the lock for a moment, and `drain()` of the jobs 1 and 2 did not add them");
}

/// Another thread holds the lock for a moment: the methods that only ask wait for it.
#[schedules]
fn answers_wait_for_a_busy_hub() {
    let hub = hub(State { log: vec!["begin".into()], sum: 21, ..State::default() });
    thread::scope(|scope| {
        scope.spawn(|| drop(hub.state.lock().unwrap()));
        let sentence = "another thread held the lock for a moment, and";
        assert_eq!(hub.report(), "begin\n", "{sentence} `report()` does not show the log");
        assert_eq!(hub.sum_twice(), 42, "{sentence} `sum_twice()` did not return twice the sum");
        assert_eq!(hub.mode_or_default(), Mode::Slow, "{sentence} `mode_or_default()` returned the wrong mode");
    });
    let defaults = hub.state.into_inner().unwrap().defaults;
    assert_eq!(defaults, 1, "another thread held the lock for a moment, and `mode_or_default()` did not count");
}

/// A megabyte in the log, and jobs that wait: no method but `report` copies them.
#[schedules]
fn nothing_large_is_copied() {
    const LARGE: usize = 1 << 20;
    const JOBS: usize = 1000;
    let hub = hub(State { log: vec!["x".repeat(LARGE)], waiting: vec![0; LARGE / 4].into(), ..State::default() });
    let ((), bytes, _) = harness::Allocations::during(|| {
        hub.step();
        hub.sum_twice();
        hub.mode_or_default();
    });
    assert!(bytes < LARGE, "a method other than `report` copies the log or the waiting jobs");
    hub.state.lock().unwrap().waiting.truncate(JOBS);
    let ((), bytes, _) = harness::Allocations::during(|| hub.drain());
    assert!(bytes < JOBS * size_of::<u32>(), "`drain` copies the waiting jobs or the log");
}
