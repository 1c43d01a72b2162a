//! The search through all executions.

use real_std::cell::Cell;
use real_std::panic::{AssertUnwindSafe, catch_unwind};

use threadlings_report::channel::{Channel, Job};
use threadlings_report::keeper::{Keeper, Seal};
use threadlings_report::{Explored, Extent, Finding, Kind, Outcome};

use crate::engine::{
    again, arcs, execution, fences, finish, held_locks, large_stack, panics, race, readers, spares, spinning, spurious,
    unwinding, watchdog,
};
use crate::record;

/// Bounds on the number of preemptions, in the order in which they are tried: the first failure has the fewest.
const BOUNDS: [Option<u32>; 5] = [Some(0), Some(1), Some(2), Some(3), None];

/// The bound where weak exchanges fail for no reason: whoever does not try again is found with few preemptions.
const SPURIOUS_BOUND: Option<u32> = Some(1);

/// The bound where threads also run when a lock was just taken: one preemption is enough to find it held.
const HELD_BOUND: Option<u32> = Some(1);

/// The bound where other threads also run right before a SeqCst access.
const FENCES_BOUND: Option<u32> = Some(2);

/// More scheduling points than this no test can have and still be explored.
const MOST_STEPS: u64 = 2_000;

real_std::thread_local! {
    static EXECUTIONS: Cell<u64> = const { Cell::new(0) };
}

/// Runs the hidden tests that the checker names, each in all its executions and as long as they hold, and hands back the
/// outcomes.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let (channel, jobs) = Channel::open(tests).unwrap_or_else(|error| {
        real_std::eprintln!("this program is started by threadlings: {error}");
        threadlings_report::exit(2);
    });
    Keeper::new(channel).keep(jobs.into_iter().map(|(job, test)| {
        move |seal: Seal| {
            finish::prepare(&job);
            threadlings_trace::look_at_statics();
            panics::install_hook();
            let watch = watchdog::watch(|finding| finish::end(Outcome::Failed(Box::new(finding))));
            seal.close();
            let outcome = explore(test, &job);
            drop(watch);
            outcome
        }
    }))
}

/// Explores a test. Returns only if it holds: a failure ends the process.
pub fn explore(test: fn(), job: &Job) -> Outcome {
    again::remember(test, job);
    search(test, job)
}

/// Makes the first search, or the second.
pub(crate) fn search(test: fn(), job: &Job) -> Outcome {
    threadlings_trace::configure(job);
    crate::collections::register_values();
    threadlings_trace::set_recording(again::is_second());
    let mut executions = 0;
    let mut extent = Extent::Sample;
    for bound in BOUNDS {
        let mut explored = within(bound, test, job);
        executions += explored;
        if readers::begin() && explored != job.max_executions {
            explored = within(bound, test, job);
            executions += explored;
        }
        if explored == job.max_executions {
            break;
        }
        extent = bound.map_or(Extent::Everything, Extent::Preemptions);
    }
    if spurious::any_met() {
        spurious::begin();
        executions += within(SPURIOUS_BOUND, test, job);
    }
    if fences::any_met() {
        fences::begin();
        executions += within(FENCES_BOUND, test, job);
    }
    if held_locks::any_tried() {
        held_locks::begin();
        executions += within(HELD_BOUND, test, job);
    }
    match threadlings_trace::unmet_claim() {
        Some(sentence) => Outcome::Failed(Box::new(Finding::new(Kind::NeverHappens, sentence))),
        None => Outcome::Passed(Explored { executions, extent, threads: 0 }),
    }
}

/// Explores all executions with at most this many preemptions, or as many as allowed. Returns how many there were.
fn within(bound: Option<u32>, test: fn(), job: &Job) -> u64 {
    EXECUTIONS.set(0);
    let mut model = loom::model::Builder::new();
    model.max_threads = execution::MOST_THREADS;
    model.max_branches = usize::try_from(job.max_steps.min(MOST_STEPS)).unwrap_or(usize::MAX);
    // Loom stops before the execution that has this number.
    model.max_permutations = usize::try_from(job.max_executions.saturating_add(1)).ok();
    model.max_duration = None;
    model.preemption_bound = bound.map(|bound| bound as usize);
    model.checkpoint_file = None;
    model.checkpoint_interval = 1;
    model.location = false;
    model.log = false;
    let execute = move || {
        start();
        large_stack::run_again(move || {
            if catch_unwind(AssertUnwindSafe(test)).is_err() {
                panics::test_unwound();
            }
        });
    };
    // All other failures have ended the process by now.
    if catch_unwind(AssertUnwindSafe(|| model.check(execute))).is_err() {
        let headline = "a thread's stack overflows: is there a function that calls itself without end?";
        finish::end_with(|| Finding::new(Kind::Crash, headline));
    }
    panics::execution_ended();
    EXECUTIONS.get()
}

/// Makes ready for the next execution. To be called on its first thread.
fn start() {
    panics::execution_ended();
    EXECUTIONS.set(EXECUTIONS.get() + 1);
    watchdog::beat();
    threadlings_trace::begin_execution();
    execution::start();
    record::start();
    panics::start();
    race::start();
    readers::start();
    fences::start();
    arcs::start();
    spinning::start();
    spurious::start();
    unwinding::start();
    spares::make();
}
