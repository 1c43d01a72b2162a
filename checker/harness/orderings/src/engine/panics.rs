//! Panics: which of them are findings.

use real_std::cell::{Cell, RefCell};
use real_std::panic::PanicHookInfo;
use real_std::sync::Once;

use threadlings_report::panics::{ABORTED, LAST_WORDS};
use threadlings_report::{Finding, Kind};
use threadlings_trace::Deliberate;

use crate::engine::{again, execution, finish, unwinding, verdict};

/// A panic that was not deliberate.
struct Panicked {
    thread: usize,
    /// Whether `catch_unwind` or `join` has shown it to somebody, who may have dealt with it.
    seen: bool,
    /// Whether it was raised in the learner's file, and not by an assertion of the hidden test.
    learners: bool,
}

real_std::thread_local! {
    static PANICS: RefCell<Vec<Panicked>> = const { RefCell::new(Vec::new()) };
    static DELIBERATE: Cell<bool> = const { Cell::new(false) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    PANICS.with_borrow_mut(Vec::clear);
    DELIBERATE.set(false);
}

/// From now on panics are written down instead of printed, and failures of loom end the process.
pub(crate) fn install_hook() {
    // Only once: the engine's coroutines put a hook of their own in front of it, which must stay there.
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| real_std::panic::set_hook(Box::new(hook)));
}

fn hook(info: &PanicHookInfo<'_>) {
    let in_engine = |file: &str| file.contains("/loom-") || file.contains("/generator-");
    if info.location().is_some_and(|location| in_engine(location.file())) {
        verdict::engine_failed(info.payload_as_str().unwrap_or_default());
    }
    if info.payload_as_str().is_some_and(|message| LAST_WORDS.contains(&message)) {
        end_with_panic(|finding| finding.details.push(ABORTED.to_owned()));
    }
    if info.payload().is::<Deliberate>() {
        DELIBERATE.set(true);
    } else {
        let thread = execution::current_thread();
        threadlings_trace::panicked(thread, info);
        let learners = info.location().is_some_and(threadlings_trace::in_learner_file);
        PANICS.with_borrow_mut(|panics| panics.push(Panicked { thread, seen: false, learners }));
    }
    unwinding::begin();
}

/// The panics of this thread so far were caught, or came out of `join`.
pub(crate) fn seen(thread: usize) {
    PANICS.with_borrow_mut(|panics| {
        panics.iter_mut().filter(|panicked| panicked.thread == thread).for_each(|panicked| panicked.seen = true);
    });
}

/// Whether a panic is a finding even if the hidden test comes to its end: an assertion always is, a panic of the
/// learner's code if nobody has dealt with it. What follows a deliberate panic is for the test to judge.
pub(crate) fn left_over() -> bool {
    let counts = |panicked: &Panicked| !panicked.learners || !panicked.seen;
    !DELIBERATE.get() && PANICS.with_borrow(|panics| panics.iter().any(counts))
}

/// The hidden test has unwound.
pub(crate) fn test_unwound() -> ! {
    finish::end_with(|| {
        let through = "a panic of the closure that was handed in comes out of the learner's code";
        threadlings_trace::panic().unwrap_or_else(|| Finding::new(Kind::Panic, through))
    })
}

/// All threads have ended, and the hidden test was content.
pub(crate) fn execution_ended() {
    if left_over() {
        end_with_panic(|_| ());
    }
}

/// Ends the process with what is known about the panic that counts, if anything is.
fn end_with_panic(add: impl FnOnce(&mut Finding)) {
    if !again::is_second() {
        again::search();
    }
    if let Some(mut finding) = threadlings_trace::panic() {
        add(&mut finding);
        finish::end_with(|| finding);
    }
}
