//! Hidden tests of `stop_flag`.

use std::sync::atomic::{AtomicBool, Ordering};

use std::thread;

use exercise::Ticker;
use harness::{Blocker, Bomb, Overlap, threads_alive};

/// A step, and how often it was taken so far. The count is no step that a schedule would show.
fn counted_step() -> (impl FnMut() + Send + 'static, Bomb) {
    let steps = Bomb::on_call(usize::MAX);
    let taken = steps.clone();
    let work = AtomicBool::new(false);
    let step = move || {
        steps.tick();
        work.store(true, Ordering::Relaxed);
    };
    (step, taken)
}

/// A ticker is stopped at any moment: then its thread has ended, and all its steps are counted.
#[schedules]
fn stop_waits_for_the_end() {
    let at_once = Overlap::new("").reaches(1, "`stop` never comes before the first step: `step` is always called once");
    let (step, taken) = counted_step();
    let counted = Ticker::start(step).stop();
    assert!(threads_alive() == 0, "`stop` returned, and the thread was still running");
    let taken = taken.calls();
    assert!(counted == taken as u64, "`step` was called {taken} times, and `stop` returned {counted}");
    if taken == 0 {
        drop(at_once.enter());
    }
}

/// The first step and the second are held up: meanwhile `progress` counts none, then one.
#[schedules]
fn progress_counts_steps_that_have_returned() {
    let begun = [
        Blocker::new("the ticker never calls `step`"),
        Blocker::new("the ticker calls `step` once and not a second time"),
    ];
    let go_on = [0, 1].map(|_| Blocker::new("`progress` does not return while a step is under way"));
    let (begins, may_go_on) = (begun.clone(), go_on.clone());
    let (mut number, mut first) = (0, None);
    let ticker = Ticker::start(move || {
        let here = thread::current().id();
        if *first.get_or_insert(here) != here {
            harness::fail("the first step and a later one were called on two threads");
        }
        if number < 2 {
            begins[number].release();
            may_go_on[number].wait();
        }
        number += 1;
    });
    begun[0].wait();
    let counted = ticker.progress();
    if counted != 0 {
        harness::fail(format!("the first step is under way, and `progress` returned {counted}"));
    }
    go_on[0].release();
    begun[1].wait();
    let counted = ticker.progress();
    if counted != 1 {
        harness::fail(format!(
            "the first step has returned, the second is under way, and `progress` returned {counted}"
        ));
    }
    go_on[1].release();
    let counted = ticker.stop();
    assert!(counted >= 2, "the second step was under way, and then `stop` returned {counted}");
}

/// A ticker is dropped without `stop`, at any moment: then its thread has ended.
#[schedules]
fn a_dropped_ticker_ends_its_thread() {
    let (step, _) = counted_step();
    drop(Ticker::start(step));
    assert!(threads_alive() == 0, "a ticker was dropped, and its thread was still running");
}

/// One ticker is stopped: another one goes on.
#[schedules]
fn another_ticker_goes_on() {
    let begun = Blocker::new("the ticker never calls `step`");
    let one_is_stopped = Blocker::new("`stop` waits for a step of another ticker");
    let goes_on = Blocker::new("one ticker was stopped, and after that another one took no more steps");
    let (begins, may_go_on, fourth_step) = (begun.clone(), one_is_stopped.clone(), goes_on.clone());
    let mut number = 0;
    let other = Ticker::start(move || {
        number += 1;
        match number {
            1 => {
                begins.release();
                may_go_on.wait();
            }
            4 => fourth_step.release(),
            _ => {}
        }
    });
    begun.wait();
    Ticker::start(|| ()).stop();
    let counted = other.progress();
    if counted != 0 {
        harness::fail(format!(
            "one ticker was stopped, another one is in its first step, and its `progress` returned {counted}"
        ));
    }
    one_is_stopped.release();
    goes_on.wait();
    other.stop();
}
