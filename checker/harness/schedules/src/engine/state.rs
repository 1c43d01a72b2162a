//! The state of an execution, and the choice of the thread that makes the next step.

use crate::engine::strategy::{Choice, Deviation, Question};
use crate::engine::{run, watchdog};

/// How an execution ended, if not well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The test panicked.
    Panicked,
    /// No thread can go on.
    Deadlock,
    /// There were more steps than an execution may have.
    Livelock,
    /// A thread that should have got on while the others stood still did not.
    Stopped,
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
    Notified,
    /// Its time was up.
    TimeIsUp,
    /// Nobody knows.
    Spuriously,
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
    /// Until nothing else can happen without time passing. Time may still pass before that.
    Lull,
    /// Until nothing else can happen.
    Last,
}

/// What a thread is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Ready,
    Waiting { for_what: usize, patience: Patience },
    Ended,
}

/// A thread of the execution.
pub(super) struct Thread {
    pub(super) state: State,
    pub(super) woken: Woken,
    pub(super) questions: u32,
    /// Panics that are unwinding this thread's stack.
    pub(super) panics: u32,
    /// The size of its stack that was asked for, in bytes.
    pub(super) stack: usize,
    /// Whether the engine has put it to sleep, in a crate that stands in for one of the learner's.
    asleep: bool,
}

/// One execution: its threads, and how it came this far.
pub(super) struct Run {
    pub(super) threads: Vec<Thread>,
    pub(super) current: usize,
    pub(super) limits: Limits,
    pub(super) steps: u64,
    /// Steps that the current thread has made in a row.
    streak: u32,
    /// How often threads gave way since one last got anywhere, as far as that can be told.
    pub(super) given_way: usize,
    /// Steps that the current thread has made since all others stand still, if they do.
    pub(super) alone: Option<u32>,
    pub(super) now: u64,
    pub(super) deviations: Vec<Deviation>,
    pub(super) end: Option<End>,
}

/// Steps in a row after which a thread is made to give way: it may wait in a loop for something another thread does.
const LONGEST_STREAK: u32 = 300;
/// Most steps that a thread may make while all others stand still.
const MOST_ALONE: u32 = 200;
/// Cost of taking the processor from a thread that could go on.
const PREEMPTION: u32 = 1;
/// Cost of a wakeup that nobody asked for.
const WAKING_BY_ITSELF: u32 = 2;

impl Thread {
    pub(super) fn new(stack: usize) -> Self {
        Thread { state: State::Ready, woken: Woken::Notified, questions: 0, panics: 0, stack, asleep: false }
    }
}

impl Run {
    pub(super) const fn new(limits: Limits) -> Self {
        Run {
            threads: Vec::new(),
            current: 0,
            limits,
            steps: 0,
            streak: 0,
            given_way: 0,
            alone: None,
            now: 0,
            deviations: Vec::new(),
            end: None,
        }
    }

    pub(super) fn current_thread(&mut self) -> &mut Thread {
        &mut self.threads[self.current]
    }

    /// Notes which threads the engine has put to sleep.
    pub(super) fn note_asleep(&mut self, asleep: impl Fn(usize) -> bool) {
        for (number, thread) in self.threads.iter_mut().enumerate() {
            thread.asleep = asleep(number);
        }
    }

    /// Chooses the thread that makes the next step.
    pub(super) fn step(&mut self, yields: bool) -> Result<usize, End> {
        watchdog::beat();
        self.steps += 1;
        if self.steps > self.limits.steps {
            return Err(End::Livelock);
        }
        if self.others_stand_still() {
            return self.step_alone();
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

    /// Whether other threads could go on, and are not to.
    fn others_stand_still(&self) -> bool {
        self.alone.is_some() && self.others_ready().next().is_some()
    }

    /// The other threads that could go on, now or when their time is up.
    pub(super) fn others_ready(&self) -> impl Iterator<Item = usize> {
        let could_go_on = |thread: &Thread| {
            matches!(thread.state, State::Ready | State::Waiting { patience: Patience::Until(_), .. })
        };
        (0..self.threads.len()).filter(move |&other| other != self.current && could_go_on(&self.threads[other]))
    }

    fn step_alone(&mut self) -> Result<usize, End> {
        let steps = self.alone.map_or(0, |steps| steps + 1);
        self.alone = Some(steps);
        let thread = self.current_thread();
        let goes_on = match thread.state {
            State::Ready => !thread.asleep,
            State::Waiting { patience, .. } => matches!(patience, Patience::Until(_)),
            State::Ended => false,
        };
        if !goes_on || steps > MOST_ALONE {
            return Err(End::Stopped);
        }
        self.let_run(self.current);
        Ok(self.current)
    }

    fn let_run(&mut self, thread: usize) {
        let thread = &mut self.threads[thread];
        if let State::Waiting { patience, .. } = thread.state {
            thread.woken = Woken::Spuriously;
            if let Patience::Until(deadline) = patience {
                thread.woken = Woken::TimeIsUp;
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
        let can_go_on = |thread: usize| state(thread) == State::Ready && !self.threads[thread].asleep;
        let ready = || in_turn().filter(|&thread| thread != current && can_go_on(thread));
        let deadline = |thread: usize| match state(thread) {
            State::Waiting { patience: Patience::Until(deadline), .. } => Some(deadline),
            _ => None,
        };
        let waits_for_a_lull =
            in_turn().find(|&thread| matches!(state(thread), State::Waiting { patience: Patience::Lull, .. }));
        let first_deadline = in_turn().filter_map(|thread| Some((deadline(thread)?, thread))).min();
        let can_stay = can_go_on(current);

        let mut options = Vec::with_capacity(self.threads.len());
        let mut add = |what, cost| options.push(Choice { what, cost });
        let sleeper = if can_stay && !yields {
            add(current, 0);
            ready().for_each(|thread| add(thread, PREEMPTION));
            None
        } else {
            // Threads that only give way to each other may all wait for one that sleeps.
            let nobody_else = ready().next().is_none();
            // Who waits until a time that has come already does not sleep.
            let nobody_is_due = first_deadline.is_none_or(|(deadline, _)| deadline > self.now);
            let lull = waits_for_a_lull.filter(|_| nobody_else && nobody_is_due && !can_stay);
            if let Some(thread) = lull {
                add(thread, 0);
            }
            let time_passes = nobody_else || self.given_way > 4 * self.threads.len() + 8;
            let sleeper = first_deadline.filter(|_| lull.is_none() && time_passes);
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
        if options.is_empty() {
            let comes_last = |thread: &usize| matches!(state(*thread), State::Waiting { patience: Patience::Last, .. });
            let last = in_turn().filter(comes_last);
            options.extend(last.map(|what| Choice { what, cost: 0 }));
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

    pub(super) fn ask(&mut self, options: &[Choice], about_threads: bool, yields: bool) -> usize {
        let thread = self.current;
        let at = (thread, self.threads[thread].questions);
        self.threads[thread].questions += 1;
        if options.len() == 1 {
            return options[0].what;
        }
        let question = Question { at, options, about_threads, yields };
        let picked = run::pick(&question);
        let what = options[picked].what;
        if picked != 0 {
            self.deviations.push(Deviation { at, what });
        }
        what
    }
}
