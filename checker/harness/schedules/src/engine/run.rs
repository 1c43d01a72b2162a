//! The execution that runs now: its threads, and which of them goes next.

use real_std::cell::{Cell, RefCell};

use shuttle_engine::MaxSteps;
use shuttle_engine::runtime::execution::ExecutionState;
use shuttle_engine::runtime::thread as shuttle_thread;

use crate::engine::strategy::{Choice, Deviation, Question, Strategy};

/// How an execution ended, if not well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The test panicked.
    Panicked,
    /// No thread can go on.
    Deadlock,
    /// There were more steps than an execution may have.
    Livelock,
    /// The test was ended with this sentence.
    Failed(String),
    /// More threads were alive at once than may be.
    Threads,
    /// More was printed than may be.
    Output,
}

/// Most steps and threads of an execution.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) steps: u64,
    pub(crate) threads: usize,
}

/// Why a waiting thread goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Woken {
    /// Another thread woke it.
    ByOther,
    /// Its time was up.
    ByTime,
    /// Nobody knows.
    ByItself,
}

/// How firmly a thread waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Patience {
    /// Until another thread wakes it.
    Endless,
    /// The same, but it may wake up by itself, though it need not.
    Light,
    /// Until this time, in virtual nanoseconds, or until another thread wakes it. It may oversleep.
    Until(u64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ready,
    Waiting { for_what: usize, patience: Patience },
    Ended,
}

struct Thread {
    state: State,
    woken: Woken,
    questions: u32,
    /// Panics that are unwinding this thread's stack.
    panics: u32,
}

/// The execution that runs now.
pub(crate) struct Run {
    threads: Vec<Thread>,
    current: usize,
    limits: Limits,
    steps: u64,
    /// Steps that the current thread has made in a row.
    streak: u32,
    /// How often threads gave way since one last got anywhere, as far as that can be told.
    given_way: usize,
    now: u64,
    deviations: Vec<Deviation>,
    end: Option<End>,
}

thread_local! {
    static RUN: RefCell<Run> = const { RefCell::new(Run::new(Limits { steps: 0, threads: 0 })) };
    static STRATEGY: RefCell<Option<Box<dyn Strategy>>> = const { RefCell::new(None) };
    /// The thread that was chosen to go next, for the engine to ask for.
    static NEXT: Cell<Option<usize>> = const { Cell::new(None) };
    static RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// Steps in a row after which a thread is made to give way: it may wait in a loop for something another thread does.
const LONGEST_STREAK: u32 = 300;
/// Cost of taking the processor from a thread that could go on.
const PREEMPTION: u32 = 1;
/// Cost of a wakeup that nobody asked for.
const WAKING_BY_ITSELF: u32 = 2;

fn with_run<R>(use_run: impl FnOnce(&mut Run) -> R) -> R {
    RUN.with_borrow_mut(use_run)
}

/// Starts an execution, whose decisions `strategy` makes.
pub(crate) fn begin(limits: Limits) {
    with_run(|run| {
        *run = Run::new(limits);
        run.threads.push(Thread::new());
    });
    NEXT.set(None);
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

/// No execution runs any more. Tells how the last one ended and what was unusual about it.
pub(crate) fn finish() -> (Option<End>, Vec<Deviation>) {
    RUNNING.set(false);
    with_run(|run| (run.end.take(), real_std::mem::take(&mut run.deviations)))
}

/// How many steps the last execution has made.
pub(crate) fn steps() -> u64 {
    with_run(|run| real_std::mem::take(&mut run.steps))
}

/// Whether the last execution has ended badly.
pub(crate) fn has_failed() -> bool {
    with_run(|run| run.end.is_some())
}

/// Whether this is called from inside an execution.
pub(crate) fn is_running() -> bool {
    RUNNING.get()
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

/// Counts a new thread; none if there are too many.
pub(crate) fn add_thread() -> Option<usize> {
    with_run(|run| {
        let alive = run.threads.iter().filter(|thread| thread.state != State::Ended).count();
        run.threads.push(Thread::new());
        (alive < run.limits.threads).then(|| run.threads.len() - 1)
    })
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
        let next = with_run(|run| run.step(yields));
        leave_for(next);
    }
}

/// Waits until [`wake`] is called for the same thing, or as long as `patience` lasts.
pub(crate) fn wait(for_what: usize, patience: Patience) -> Woken {
    let next = with_run(|run| {
        run.current_thread().state = State::Waiting { for_what, patience };
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
                thread.woken = Woken::ByOther;
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
            thread.woken = Woken::ByOther;
        }
        run.given_way = 0;
    });
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
        if alive { run.step(false).map(Some) } else { Ok(None) }
    });
    match next {
        Ok(next) => {
            if let Some(next) = next {
                with_run(|run| run.current = next);
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
                NEXT.set(Some(next));
                shuttle_thread::switch();
            }
        }
        Err(end) => stop(end),
    }
}

impl Thread {
    fn new() -> Self {
        Thread { state: State::Ready, woken: Woken::ByOther, questions: 0, panics: 0 }
    }
}

impl Run {
    const fn new(limits: Limits) -> Self {
        Run {
            threads: Vec::new(),
            current: 0,
            limits,
            steps: 0,
            streak: 0,
            given_way: 0,
            now: 0,
            deviations: Vec::new(),
            end: None,
        }
    }

    fn current_thread(&mut self) -> &mut Thread {
        &mut self.threads[self.current]
    }

    /// Chooses the thread that makes the next step.
    fn step(&mut self, yields: bool) -> Result<usize, End> {
        crate::engine::watchdog::beat();
        self.steps += 1;
        if self.steps > self.limits.steps {
            return Err(End::Livelock);
        }
        let yields = yields || self.streak >= LONGEST_STREAK;
        self.given_way += usize::from(yields);
        let options = self.options(yields);
        if options.is_empty() {
            return Err(End::Deadlock);
        }
        let next = self.ask(&options, true, yields);
        self.streak = if next == self.current && !yields { self.streak + 1 } else { 0 };
        self.let_run(next);
        Ok(next)
    }

    fn let_run(&mut self, thread: usize) {
        let thread = &mut self.threads[thread];
        if let State::Waiting { patience, .. } = thread.state {
            thread.woken = Woken::ByItself;
            if let Patience::Until(deadline) = patience {
                thread.woken = Woken::ByTime;
                self.now = self.now.max(deadline);
                self.given_way = 0;
            }
            thread.state = State::Ready;
        }
    }

    /// The threads that may go next, the ordinary choice first; none if no thread can go on.
    fn options(&self, yields: bool) -> Vec<Choice> {
        let current = self.current;
        let in_turn = || (current + 1..self.threads.len()).chain(0..=current);
        let state = |thread: usize| self.threads[thread].state;
        let ready = || in_turn().filter(|&thread| thread != current && state(thread) == State::Ready);
        let deadline = |thread: usize| match state(thread) {
            State::Waiting { patience: Patience::Until(deadline), .. } => Some(deadline),
            _ => None,
        };
        let first_deadline = in_turn().filter_map(|thread| Some((deadline(thread)?, thread))).min();
        let can_stay = state(current) == State::Ready;

        let mut options = Vec::with_capacity(self.threads.len());
        let mut add = |what, cost| options.push(Choice { what, cost });
        let sleeper = if can_stay && !yields {
            add(current, 0);
            ready().for_each(|thread| add(thread, PREEMPTION));
            None
        } else {
            // Threads that only give way to each other may all wait for one that sleeps.
            let nobody_else = ready().next().is_none();
            let sleeper = first_deadline.filter(|_| nobody_else || self.given_way > 4 * self.threads.len() + 8);
            if let Some((_, sleeper)) = sleeper {
                add(sleeper, 0);
            }
            ready().for_each(|thread| add(thread, 0));
            if can_stay {
                add(current, if nobody_else && sleeper.is_none() { 0 } else { PREEMPTION });
            }
            sleeper.map(|(_, sleeper)| sleeper)
        };
        for thread in in_turn().filter(|&thread| Some(thread) != sleeper && deadline(thread).is_some()) {
            add(thread, PREEMPTION);
        }
        if !options.is_empty() {
            let wakes_by_itself =
                |thread: &usize| matches!(state(*thread), State::Waiting { patience: Patience::Light, .. });
            for thread in (0..self.threads.len()).filter(wakes_by_itself) {
                options.push(Choice { what: thread, cost: WAKING_BY_ITSELF });
            }
        }
        options
    }

    fn ask(&mut self, options: &[Choice], about_threads: bool, yields: bool) -> usize {
        let thread = self.current;
        let at = (thread, self.threads[thread].questions);
        self.threads[thread].questions += 1;
        if options.len() == 1 {
            return options[0].what;
        }
        let question = Question { at, options, about_threads, yields };
        let picked = STRATEGY.with_borrow_mut(|strategy| strategy.as_mut().map_or(0, |it| it.pick(&question)));
        let what = options[picked].what;
        if picked != 0 {
            self.deviations.push(Deviation { at, what });
        }
        what
    }
}
