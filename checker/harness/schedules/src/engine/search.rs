//! Looks at one execution after the other until one fails or enough were seen.

use real_std::cell::{Cell, RefCell};
use real_std::mem::discriminant;
use real_std::panic::{AssertUnwindSafe, catch_unwind};
use real_std::sync::Arc;

use shuttle_engine::{Config, FailurePersistence, MaxSteps, Runner};
use threadlings_report::channel::Job;
use threadlings_report::{Explored, Extent, Finding, Kind, Outcome};

use crate::engine::bounded::Bounded;
use crate::engine::director::Director;
use crate::engine::guided::Guided;
use crate::engine::run::{self, End, Limits};
use crate::engine::sampled::{AnyThread, Priorities, TakingTurns, Uniform};
use crate::engine::strategy::{Deviation, Strategy};
use crate::engine::{findings, minimise, panics, replay, sensitivity, test_thread};

/// The body of a hidden test.
pub(crate) type Body = Arc<dyn Fn() + Send + Sync>;

/// The search looks at every execution with at most so many preemptions, if the budget lasts; with more, if all those
/// took no more than this part of what is left. So small programs are looked at exhaustively.
const ENOUGH_PREEMPTIONS: u32 = 3;
const SMALL: u64 = 4;
/// Longest turn, in steps, of threads that take turns.
const LONGEST_TURN: u32 = 4;
/// Of the executions that may be looked at, how many are left for samples: one of so many.
const SHARE_OF_SAMPLES: u64 = 4;
/// How many executions each sample has when the bounded search came to its end.
const SAMPLE: u64 = 400;
/// How often a failure may turn out not to happen again before the search is given up.
const MOST_FLUKES: u32 = 10;
/// How many steps an execution has on average if the whole budget of executions is to be used.
const STEPS_OF_AN_EXECUTION: u64 = 100;

thread_local! {
    static ROUND: RefCell<Round> = const { RefCell::new(Round { left: Budget::NONE, looked_at: 0, noticed: 0 }) };
    /// Whether the test has asked for few schedules.
    static FEW: Cell<bool> = const { Cell::new(false) };
    static LIMITS: Cell<Limits> = const { Cell::new(Limits { steps: 0, threads: 0 }) };
}

/// How much may be looked at. It is counted, not timed, so that the verdict is the same on every machine.
#[derive(Clone, Copy)]
struct Budget {
    executions: u64,
    steps: u64,
}

impl Budget {
    const NONE: Budget = Budget { executions: 0, steps: 0 };

    fn of(executions: u64) -> Self {
        Budget { executions, steps: executions.saturating_mul(STEPS_OF_AN_EXECUTION) }
    }

    fn is_used_up(self) -> bool {
        self.executions == 0 || self.steps == 0
    }
}

/// Executions looked at in one go by one strategy.
struct Round {
    left: Budget,
    looked_at: u64,
    /// What the test was known to notice when the round began; if that turns out to be more, the round is off.
    noticed: u8,
}

/// How a round ended.
enum RoundEnd {
    /// The strategy has no more executions, or the budget is used up.
    Done { all_seen: bool, finished: bool },
    /// An execution failed: this one.
    Failed { end: End, deviations: Vec<Deviation> },
    /// The test does something that needs more points at which threads may switch.
    TooCoarse,
}

/// Looks only at so many schedules of each kind: those with no preemption, those with one, those where threads take
/// turns, and so on.
///
/// For a test about values, with more threads or calls than can be looked at in every schedule. Tests with two or three
/// threads show that no schedule makes a difference.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/few_schedules/tests.rs"), "```")]
pub fn few_schedules(of_each_kind: u64) {
    FEW.set(true);
    ROUND.with_borrow_mut(|round| {
        // The one that runs is among those looked at.
        let more = of_each_kind.saturating_sub(round.looked_at);
        round.left.executions = round.left.executions.min(more);
    });
}

/// For the engine: whether another execution is to be looked at.
pub(crate) fn another_execution() -> bool {
    ROUND.with_borrow_mut(|round| {
        round.left.steps = round.left.steps.saturating_sub(run::steps());
        let go_on = !round.left.is_used_up() && !run::has_failed() && round.noticed == sensitivity::now();
        if !go_on || !run::next_execution() {
            return false;
        }
        round.left.executions -= 1;
        round.looked_at += 1;
        true
    })
}

/// Looks at the executions of `test` as far as the job allows.
pub fn explore(job: &Job, test: impl Fn() + Send + Sync + 'static) -> Outcome {
    let body: Body = Arc::new(test);
    panics::install_hook();
    panics::configure(&job.learner_file);
    threadlings_trace::configure(job);
    crate::collections::register_values();
    threadlings_trace::show_learners_types();
    sensitivity::forget();
    let threads = usize::try_from(job.max_threads).unwrap_or(usize::MAX);
    LIMITS.set(Limits { steps: job.max_steps, threads });
    run::forget_most_alive();
    FEW.set(false);
    if let Some(schedule) = &job.replay {
        return replay::replay(schedule, job, &body);
    }
    Search { job, body: &body, looked_at: 0, flukes: 0 }.search()
}

struct Search<'a> {
    job: &'a Job,
    body: &'a Body,
    looked_at: u64,
    flukes: u32,
}

impl Search<'_> {
    fn search(&mut self) -> Outcome {
        loop {
            match self.all_strategies() {
                // A right answer never fails: this one has, and did not when it was given the same schedule again.
                Ok(Some(_)) if self.flukes > 0 => return Outcome::Failed(Box::new(Finding::unpredictable())),
                Ok(Some(extent)) => return self.passed(extent),
                Ok(None) => {}
                Err(finding) => return Outcome::Failed(finding),
            }
        }
    }

    fn passed(&self, extent: Extent) -> Outcome {
        match threadlings_trace::unmet_claim() {
            Some(sentence) => Outcome::Failed(Box::new(Finding::new(Kind::NeverHappens, sentence))),
            None => Outcome::Passed(Explored {
                executions: self.looked_at,
                extent: if FEW.get() && extent != Extent::Everything { Extent::Few } else { extent },
                threads: u32::try_from(run::most_alive()).unwrap_or(u32::MAX),
            }),
        }
    }

    /// None if the search has to start again with more points at which threads may switch.
    fn all_strategies(&mut self) -> Result<Option<Extent>, Box<Finding>> {
        let budget = self.job.max_executions.saturating_sub(self.looked_at).max(1);
        let samples = budget / SHARE_OF_SAMPLES;
        let mut left = Budget::of(budget - samples);
        let mut extent = Extent::Sample;
        for bound in 0.. {
            let before = left.executions;
            match self.round(Box::new(Bounded::new(bound)), &mut left, false)? {
                Some((_, true)) => return Ok(Some(Extent::Everything)),
                Some((true, false)) => extent = Extent::Preemptions(bound),
                Some((false, false)) => break,
                None => return Ok(None),
            }
            if bound >= ENOUGH_PREEMPTIONS && (before - left.executions) * SMALL > left.executions {
                break;
            }
        }
        let enough = matches!(extent, Extent::Preemptions(bound) if bound >= ENOUGH_PREEMPTIONS);
        let sample = if enough { samples.min(2 * SAMPLE) } else { samples };
        let others: [(Box<dyn Strategy>, u64); 4] = [
            (Box::new(TakingTurns::new(LONGEST_TURN)), u64::from(LONGEST_TURN)),
            (Box::new(AnyThread::new()), sample / 4),
            (Box::new(Uniform::new()), sample / 2 - sample / 4),
            (Box::new(Priorities::new()), sample / 2),
        ];
        for (strategy, executions) in others {
            if self.round(strategy, &mut Budget::of(executions), true)?.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(extent))
    }

    /// Whether the strategy came to its end, and whether it saw everything; none if the search has to start again.
    fn round(
        &mut self,
        strategy: Box<dyn Strategy>,
        left: &mut Budget,
        minimise: bool,
    ) -> Result<Option<(bool, bool)>, Box<Finding>> {
        let mut strategy = strategy;
        loop {
            let (end, same) = run_round(strategy, *left, self.body);
            strategy = same;
            self.looked_at += ROUND.with_borrow(|round| round.looked_at);
            *left = ROUND.with_borrow(|round| round.left);
            match end {
                RoundEnd::Done { all_seen, finished } => return Ok(Some((finished, all_seen))),
                RoundEnd::TooCoarse => return Ok(None),
                RoundEnd::Failed { end, deviations } => {
                    let deviations =
                        if minimise { minimise::minimise(&end, deviations, self.body) } else { deviations };
                    if let Some(mut finding) = self.replay(&end, &deviations) {
                        finding.schedule = replay::schedule(&end, strategy.turn(), &deviations);
                        return Err(finding);
                    }
                    self.flukes += 1;
                    if self.flukes > MOST_FLUKES {
                        return Err(Box::new(Finding::unpredictable()));
                    }
                }
            }
        }
    }

    /// Runs the failing execution once more, recorded. None if it does not fail again in the same way: then nobody could
    /// understand it, and the search goes on for one that does.
    fn replay(&self, end: &End, deviations: &[Deviation]) -> Option<Box<Finding>> {
        threadlings_trace::set_recording(true);
        let again = guided(deviations, self.body);
        threadlings_trace::set_recording(false);
        let is_same = again.is_some_and(|again| discriminant(&again) == discriminant(end));
        is_same.then(|| Box::new(findings::of_last_execution(end, self.job)))
    }
}

/// How one execution ended.
pub(crate) enum Execution {
    Passed,
    Failed(End),
    /// The test does something that needs more points at which threads may switch.
    TooCoarse,
}

/// Runs the next execution of the strategy, and no other.
pub(crate) fn run_once(strategy: Box<dyn Strategy>, body: &Body) -> (Execution, Box<dyn Strategy>) {
    let (end, strategy) = run_round(strategy, Budget::of(1), body);
    let execution = match end {
        RoundEnd::Done { .. } => Execution::Passed,
        RoundEnd::Failed { end, .. } => Execution::Failed(end),
        RoundEnd::TooCoarse => Execution::TooCoarse,
    };
    (execution, strategy)
}

/// Runs the execution with these deviations; tells how it ended if not well.
pub(crate) fn guided(deviations: &[Deviation], body: &Body) -> Option<End> {
    match run_round(Box::new(Guided::new(deviations)), Budget::of(1), body).0 {
        RoundEnd::Failed { end, .. } => Some(end),
        RoundEnd::Done { .. } | RoundEnd::TooCoarse => None,
    }
}

fn run_round(strategy: Box<dyn Strategy>, budget: Budget, body: &Body) -> (RoundEnd, Box<dyn Strategy>) {
    let noticed = sensitivity::now();
    ROUND.set(Round { left: budget, looked_at: 0, noticed });
    run::set_strategy(Some(strategy));
    // Forgets how the last round ended.
    run::finish();
    let mut config = Config::new();
    config.failure_persistence = FailurePersistence::None;
    config.silence_warnings = true;
    config.max_steps = MaxSteps::None;
    config.stack_size = run::STACK;
    let body = Arc::clone(body);
    let test = move || test_thread::run(LIMITS.get(), &body);
    // An execution that was stopped is reported by a panic; how it ended stands in the run. If nothing stands there,
    // the engine itself has stopped it: it had put every thread to sleep.
    let stopped = catch_unwind(AssertUnwindSafe(|| Runner::new(Director, config).run(test))).is_err();
    let (end, deviations) = run::finish();
    let strategy = run::set_strategy(None).expect("it was set above");
    let end = if sensitivity::now() != noticed {
        RoundEnd::TooCoarse
    } else if let Some(end) = end.or_else(|| stopped.then_some(End::Deadlock)) {
        RoundEnd::Failed { end, deviations }
    } else {
        let finished = ROUND.with_borrow(|round| !round.left.is_used_up());
        RoundEnd::Done { all_seen: strategy.saw_everything(), finished }
    };
    (end, strategy)
}
