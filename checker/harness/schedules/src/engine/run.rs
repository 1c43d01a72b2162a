//! The execution that runs now, as the model and the search see it.

use real_std::cell::{Cell, RefCell};

use shuttle_engine::MaxSteps;
use shuttle_engine::runtime::execution::ExecutionState;
use shuttle_engine::runtime::thread as shuttle_thread;

use crate::engine::state::{Run, State, Thread};
use crate::engine::strategy::{Choice, Deviation, Question, Strategy};
use crate::engine::{elsewhere, panics};

pub(crate) use crate::engine::state::{End, Limits, Patience, Woken};

/// The stack of a thread for which none was asked, in bytes: as large as std's.
pub(crate) const STACK: usize = 2 << 20;

thread_local! {
    static RUN: RefCell<Run> = const { RefCell::new(Run::new(Limits { steps: 0, threads: 0 })) };
    static STRATEGY: RefCell<Option<Box<dyn Strategy>>> = const { RefCell::new(None) };
    /// The thread that was chosen to go next, for the engine to ask for.
    static NEXT: Cell<Option<usize>> = const { Cell::new(None) };
    /// Most threads that were alive at once in any execution.
    static MOST_ALIVE: Cell<usize> = const { Cell::new(1) };
    static RUNNING: Cell<bool> = const { Cell::new(false) };
    /// Whether the engine puts threads to sleep itself, because a crate that stands in for the learner's asked it to.
    static SHARED: Cell<bool> = const { Cell::new(false) };
}

fn with_run<R>(use_run: impl FnOnce(&mut Run) -> R) -> R {
    RUN.with_borrow_mut(use_run)
}

/// Starts an execution, whose decisions `strategy` makes.
pub(crate) fn begin(limits: Limits) {
    with_run(|run| {
        *run = Run::new(limits);
        run.threads.push(Thread::new(STACK));
    });
    NEXT.set(None);
    panics::forget();
    RUNNING.set(true);
}

/// Sets what makes the decisions; returns what did so before.
pub(crate) fn set_strategy(strategy: Option<Box<dyn Strategy>>) -> Option<Box<dyn Strategy>> {
    STRATEGY.replace(strategy)
}

/// Asks the strategy whether there is another execution.
pub(crate) fn next_execution() -> bool {
    STRATEGY.with_borrow_mut(|strategy| strategy.as_mut().is_some_and(|strategy| strategy.next_execution()))
}

/// Asks the strategy a question; the index of its answer.
pub(super) fn pick(question: &Question<'_>) -> usize {
    STRATEGY.with_borrow_mut(|strategy| strategy.as_mut().map_or(0, |strategy| strategy.pick(question)))
}

/// No execution runs any more. Tells how the last one ended and what was unusual about it.
pub(crate) fn finish() -> (Option<End>, Vec<Deviation>) {
    RUNNING.set(false);
    steps();
    with_run(|run| (run.end.take(), real_std::mem::take(&mut run.deviations)))
}

/// How many questions the current thread has met.
#[cfg(modelled_arc)]
pub(crate) fn questions() -> u32 {
    with_run(|run| run.current_thread().questions)
}

/// How many steps the last execution has made; tells it once.
pub(crate) fn steps() -> u64 {
    with_run(|run| real_std::mem::take(&mut run.steps))
}

/// Whether the last execution has ended badly.
pub(crate) fn has_failed() -> bool {
    with_run(|run| run.end.is_some())
}

/// Whether this is called from inside an execution.
pub(crate) fn is_running() -> bool {
    RUNNING.get() && !threadlings_trace::is_formatting()
}

/// Whether the memory that this thread asks for counts. An allocator asks, so it must ask for none.
pub(crate) fn memory_counts() -> bool {
    // While the run is borrowed, the model itself is at work.
    RUNNING.get() && RUN.with(|run| run.try_borrow_mut().is_ok())
}

/// The thread that was chosen to run next, once.
pub(crate) fn take_next() -> Option<usize> {
    NEXT.take()
}

/// The thread that runs.
pub(crate) fn me() -> usize {
    with_run(|run| run.current)
}

/// How many threads are alive, without the one the test runs on.
pub(crate) fn others_alive() -> usize {
    with_run(|run| run.threads.iter().skip(1).filter(|thread| thread.state != State::Ended).count())
}

/// Whether a thread has ended.
pub(crate) fn has_ended(thread: usize) -> bool {
    with_run(|run| run.threads[thread].state == State::Ended)
}

/// Counts a new thread for which a stack of so many bytes was asked; none if there are too many.
pub(crate) fn add_thread(stack: usize) -> Option<usize> {
    with_run(|run| {
        let alive = run.threads.iter().filter(|thread| thread.state != State::Ended).count();
        MOST_ALIVE.set(MOST_ALIVE.get().max(alive + 1));
        run.threads.push(Thread::new(stack));
        (alive < run.limits.threads).then(|| run.threads.len() - 1)
    })
}

/// The stack that was asked for when the current thread was started, in bytes.
pub(crate) fn stack() -> usize {
    with_run(|run| run.current_thread().stack)
}

/// Most threads that were alive at once, in all executions since this was forgotten.
pub(crate) fn most_alive() -> usize {
    MOST_ALIVE.get()
}

/// Before another test.
pub(crate) fn forget_most_alive() {
    MOST_ALIVE.set(1);
}

/// The virtual time in nanoseconds since the execution began.
pub(crate) fn now() -> u64 {
    with_run(|run| run.now)
}

/// Lets virtual time pass.
pub(crate) fn pass_time(nanoseconds: u64) {
    with_run(|run| run.now = run.now.saturating_add(nanoseconds));
}

/// A panic begins to unwind the current thread.
pub(crate) fn panic_begins() {
    with_run(|run| run.current_thread().panics += 1);
}

/// A panic of the current thread was caught.
pub(crate) fn panic_caught() {
    with_run(|run| {
        let thread = run.current_thread();
        thread.panics = thread.panics.saturating_sub(1);
    });
}

/// Whether a panic is unwinding the current thread.
pub(crate) fn is_panicking() -> bool {
    with_run(|run| run.current_thread().panics > 0)
}

/// A point at which another thread may run.
///
/// There is one before each operation that other threads can notice, so that any order of such operations is
/// possible. While a panic unwinds a thread there is none: its destructors run in one go.
pub(crate) fn switch() {
    go_on(false);
}

/// A point at which other threads should run first, if any can.
pub(crate) fn give_way() {
    go_on(true);
}

fn go_on(yields: bool) {
    if is_running() && !is_panicking() {
        let next = with_run(|run| {
            look_who_sleeps(run);
            run.step(yields)
        });
        leave_for(next);
    }
}

/// Passes the next point of the engine's own without a choice.
pub(crate) fn stay_at_next_point() {
    NEXT.set(Some(me()));
}

/// A point of the engine's own, in a crate that stands in for one of the learner's: the thread that runs next, or none
/// if the execution ends here. `can_run` tells which threads the engine has not put to sleep.
pub(crate) fn engine_point(can_run: impl Fn(usize) -> bool, yields: bool) -> Option<usize> {
    SHARED.set(true);
    elsewhere::comes();
    if !can_run(me()) {
        elsewhere::waits();
    }
    let next = with_run(|run| {
        run.note_asleep(|thread| !can_run(thread));
        // While a panic unwinds a thread, it runs in one go.
        if is_unwinding(run) && can_run(run.current) { Ok(run.current) } else { run.step(yields) }
    });
    match next {
        Ok(next) => {
            with_run(|run| run.current = next);
            elsewhere::goes_on(next);
            Some(next)
        }
        Err(end) => {
            with_run(|run| run.end = Some(end));
            RUNNING.set(false);
            None
        }
    }
}

fn is_unwinding(run: &mut Run) -> bool {
    run.current_thread().panics > 0
}

/// Before the model chooses: the engine may have put threads to sleep, or woken them.
fn look_who_sleeps(run: &mut Run) {
    if SHARED.get() {
        ExecutionState::with(|state| {
            run.note_asleep(|thread| state.try_get(thread.into()).is_some_and(|task| !task.runnable()));
        });
    }
}

/// From now on all other threads stand still, or no longer.
pub(crate) fn stand_alone(alone: bool) {
    with_run(|run| run.alone = alone.then_some(0));
}

/// The other threads, which could go on if they were let.
pub(crate) fn others_ready() -> Vec<usize> {
    with_run(|run| run.others_ready().collect())
}

/// Waits until [`wake`] is called for the same thing, or as long as `patience` lasts.
pub(crate) fn wait(for_what: usize, patience: Patience) -> Woken {
    assert!(!threadlings_trace::is_formatting(), "what only shows a value must not wait");
    let next = with_run(|run| {
        run.current_thread().state = State::Waiting { for_what, patience };
        look_who_sleeps(run);
        run.step(false)
    });
    leave_for(next);
    with_run(|run| run.current_thread().woken)
}

/// Wakes all threads that wait for this.
pub(crate) fn wake(what: usize) {
    with_run(|run| {
        for thread in &mut run.threads {
            if matches!(thread.state, State::Waiting { for_what, .. } if for_what == what) {
                thread.state = State::Ready;
                thread.woken = Woken::Notified;
            }
        }
        run.given_way = 0;
    });
}

/// Wakes this thread if it waits for that.
pub(crate) fn wake_thread(thread: usize, what: usize) {
    with_run(|run| {
        let thread = &mut run.threads[thread];
        if matches!(thread.state, State::Waiting { for_what, .. } if for_what == what) {
            thread.state = State::Ready;
            thread.woken = Woken::Notified;
        }
        run.given_way = 0;
    });
}

/// What a thread waits for that no other thread can bring about.
pub(crate) fn nothing() -> usize {
    0
}

/// What the threads that wait for a thread's end wait for. No object has such an address.
pub(crate) fn end_of(thread: usize) -> usize {
    thread + 1
}

/// The current thread ends. It must return to the engine right after this.
pub(crate) fn end_thread() {
    let me = me();
    wake(end_of(me));
    let next = with_run(|run| {
        run.current_thread().state = State::Ended;
        let alive = run.threads.iter().any(|thread| thread.state != State::Ended);
        look_who_sleeps(run);
        if alive { run.step(false).map(Some) } else { Ok(None) }
    });
    match next {
        Ok(next) => {
            match next {
                Some(next) => {
                    with_run(|run| run.current = next);
                    elsewhere::goes_on(next);
                }
                None => RUNNING.set(false),
            }
            NEXT.set(next);
        }
        Err(end) => stop(end),
    }
}

/// A question about something else than threads: the number of the outcome. 0 is the ordinary one.
pub(crate) fn choose(outcomes: usize, cost: u32) -> usize {
    if outcomes < 2 || !is_running() {
        return 0;
    }
    let choice = |what| Choice { what, cost: if what == 0 { 0 } else { cost } };
    let options: Vec<Choice> = (0..outcomes).map(choice).collect();
    with_run(|run| run.ask(&options, false, false))
}

/// Ends the execution where it is.
pub(crate) fn stop(end: End) -> ! {
    with_run(|run| run.end = Some(end));
    RUNNING.set(false);
    // The engine knows no other way to abandon an execution without running any more of it: one that has used up its
    // steps is not unwound.
    ExecutionState::with(|state| state.config.max_steps = MaxSteps::FailAfter(0));
    loop {
        shuttle_thread::switch();
    }
}

fn leave_for(next: Result<usize, End>) {
    match next {
        Ok(next) => {
            let leaves = with_run(|run| real_std::mem::replace(&mut run.current, next)) != next;
            if leaves {
                elsewhere::goes_on(next);
                NEXT.set(Some(next));
                shuttle_thread::switch();
            }
        }
        Err(end) => stop(end),
    }
}
