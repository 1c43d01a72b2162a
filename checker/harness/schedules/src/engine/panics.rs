//! Panics of modelled threads.

use real_std::any::Any;
use real_std::cell::RefCell;
use real_std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use real_std::sync::Once;

use shuttle_engine::scheduler::{Schedule, Scheduler};
use shuttle_engine::{Config, Runner};
use threadlings_report::panics::{ABORTED, LAST_WORDS, Panic};
use threadlings_report::{Outcome, keeper};
use threadlings_trace::Deliberate;

use crate::engine::elsewhere;
use crate::engine::run::{self, End};

/// What a panic carries.
pub(crate) type Payload = Box<dyn Any + Send>;

thread_local! {
    /// Those of the execution that runs, in order: std ends the process before one that cannot unwind is recorded.
    static PANICS: RefCell<Vec<Panic>> = const { RefCell::new(Vec::new()) };
    static LEARNER_FILE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on panics are about this file.
pub(crate) fn configure(learner_file: &str) {
    LEARNER_FILE.set(learner_file.to_owned());
}

/// To be called at the start of each execution.
pub(crate) fn forget() {
    PANICS.with_borrow_mut(Vec::clear);
}

/// Keeps a panic until the execution ends; ends the process with a finding if it is std's way to say that it will.
fn keep(info: &PanicHookInfo<'_>) {
    if info.payload().is::<Deliberate>() {
        return;
    }
    if info.payload_as_str().is_some_and(|message| LAST_WORDS.contains(&message))
        && let Some((last, earlier)) = PANICS.take().split_last()
    {
        let mut finding = LEARNER_FILE.with_borrow(|file| last.finding(earlier, file));
        finding.details.push(ABORTED.to_owned());
        keeper::end(Outcome::Failed(Box::new(finding)));
    }
    PANICS.with_borrow_mut(|panics| panics.push(Panic::new(info.payload(), info.location())));
}

/// Panics of modelled threads are recorded, and print nothing. Those of other threads are left to the hook before.
pub(crate) fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let hook_before = take_hook();
        // The engine installs a hook of its own when it first runs. It would print how to repeat the execution.
        Runner::new(NoExecution(false), Config::new()).run(|| ());
        set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            if threadlings_trace::is_formatting() || is_engine_message(info.payload()) {
                return;
            }
            if run::is_running() {
                run::panic_begins();
                if says_deadlock(info.payload()) {
                    // What comes now is only how it unwinds.
                    elsewhere::comes();
                    elsewhere::waits();
                    threadlings_trace::set_recording(false);
                }
                threadlings_trace::panicked(run::me(), info);
                keep(info);
            } else {
                hook_before(info);
            }
        }));
    });
}

/// Runs a function of the test's, and catches its panic.
pub(crate) fn catch<R>(function: impl FnOnce() -> R) -> Result<R, Payload> {
    let result = catch_unwind(AssertUnwindSafe(function));
    if let Err(payload) = &result
        && run::is_running()
    {
        run::panic_caught();
        if says_deadlock(&**payload) {
            run::stop(End::Deadlock);
        }
    }
    result
}

/// Panics again, without being recorded once more.
pub(crate) fn resume(payload: Payload) -> ! {
    if run::is_running() {
        run::panic_begins();
    }
    real_std::panic::resume_unwind(payload)
}

/// Crates that stand in for the learner's panic where a thread waits for a lock that it holds itself.
fn says_deadlock(payload: &dyn Any) -> bool {
    payload.downcast_ref::<String>().is_some_and(|text| text.starts_with("deadlock! task "))
}

/// The engine reports an execution that was stopped, or in which it put every thread to sleep, by a panic of its own.
fn is_engine_message(payload: &dyn Any) -> bool {
    let messages = ["exceeded max_steps bound 0.", "deadlock! blocked tasks: "];
    let text = payload.downcast_ref::<String>();
    text.is_some_and(|text| messages.iter().any(|message| text.starts_with(message)))
}

/// One execution in which nothing happens.
struct NoExecution(bool);

impl Scheduler for NoExecution {
    fn new_execution(&mut self) -> Option<Schedule> {
        (!real_std::mem::replace(&mut self.0, true)).then(|| Schedule::new(0))
    }

    fn next_task(
        &mut self,
        runnable: &[&shuttle_engine::runtime::task::Task],
        _current: Option<shuttle_engine::runtime::task::TaskId>,
        _yields: bool,
    ) -> Option<shuttle_engine::runtime::task::TaskId> {
        runnable.first().map(|task| task.id())
    }

    fn next_u64(&mut self) -> u64 {
        0
    }
}
