//! What the probes need of a judge.

use real_std::panic::Location;

use threadlings_trace::{self as trace, Cause};

use crate::engine::run::{self, End, Patience};
use crate::engine::sensitivity::{self, Notice};

/// Ends the execution: the learner's code did what the sentence says.
pub fn fail(sentence: String) -> ! {
    if run::is_running() {
        run::stop(End::Failed(sentence));
    }
    panic!("{sentence}")
}

/// Something of this key must happen in at least one execution; the sentence is said if it never does.
pub fn must_happen(key: impl Into<String>, sentence: impl Into<String>) {
    trace::must_happen(key, sentence);
}

/// It happened.
pub fn happened(key: &str) {
    trace::happened(key);
}

/// While this is alive, the sentence says why it is wrong that the current thread waits for ever; `stuck` says in a few
/// words what does not come.
#[must_use = "the thread is taken to wait until this is dropped"]
pub fn waiting(sentence: &str, stuck: &'static str) -> Waiting {
    let thread = run::me();
    trace::enters_probe(thread, sentence, stuck);
    Waiting { thread }
}

/// A thread's stay in a probe.
#[derive(Debug)]
pub struct Waiting {
    thread: usize,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        trace::leaves_probe(self.thread);
    }
}

/// The current thread does something in a probe that belongs into every report.
pub fn remark(what: &'static str) {
    trace::remark(run::me(), what);
}

/// Waits until no other thread does anything any more: each has ended, or waits for another thread.
#[track_caller]
pub fn settle(_sentence: &str) {
    let me = run::me();
    trace::waits(me, Location::caller(), "settle", None, Cause::Other("the end of all activity".to_owned()));
    run::wait(run::nothing(), Patience::Last);
    trace::goes_on(me);
}

/// Waits until every other thread has ended or sleeps, be it with a timeout, and lets no time pass for that.
///
/// Unlike after [`settle`](crate::settle), a thread that waits with a timeout still does so, except in schedules in which
/// its time was up before. So the test can say what is to happen at what time: `thread::sleep` takes it further, and only
/// virtual time passes. The sentence is said if the others go on for ever.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/all_asleep/tests.rs"), "```")]
#[track_caller]
pub fn all_asleep(sentence: &str) {
    let _waiting = waiting(sentence, "the others never sleep");
    let me = run::me();
    trace::waits(me, Location::caller(), "all_asleep", None, Cause::Other("the others to sleep".to_owned()));
    run::wait(run::nothing(), Patience::Lull);
    trace::goes_on(me);
}

/// How many threads are alive, without the one that the test runs on.
pub fn threads_alive() -> usize {
    sensitivity::add(Notice::Ends);
    run::switch();
    run::others_alive()
}

/// The number of the thread that runs; the test's own is 0.
pub fn current_thread() -> usize {
    run::me()
}

/// What this execution has printed to standard output so far.
///
/// Shows whether lines are out when they should be. What goes to standard error (`eprintln!`, `dbg!`) is left out, so
/// that learners can look into their code.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/printed/tests.rs"), "```")]
pub fn printed() -> String {
    sensitivity::add(Notice::Output);
    run::switch();
    trace::standard_output()
}

/// A cell whose accesses a memory model would watch. This judge has none: every access sees the last write.
#[derive(Debug)]
pub struct TrackedCell<T> {
    value: T,
}

impl<T> TrackedCell<T> {
    /// A cell that holds `value`.
    pub fn new(value: T) -> Self {
        TrackedCell { value }
    }

    /// Looks at the value.
    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        run::switch();
        look(&self.value)
    }

    /// Changes the value.
    pub fn write<R>(&mut self, change: impl FnOnce(&mut T) -> R) -> R {
        run::switch();
        change(&mut self.value)
    }
}
