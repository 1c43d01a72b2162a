//! The engine's view of the search: it asks who runs next, and is told what was decided long before.
//!
//! Crates that stand in for those of the learner's know nothing of the search. They ask the engine themselves, and let
//! it put threads to sleep; only then is anything decided here.

use shuttle_engine::runtime::task::{Task, TaskId};
use shuttle_engine::scheduler::{Schedule, Scheduler};

use crate::engine::{run, search};

/// How many numbers there are to draw, and what any but the first costs.
const CHANCES: usize = 4;
pub(super) const UNLIKELY: u32 = 1;

/// Passes decisions on to the engine.
pub(crate) struct Director;

impl Scheduler for Director {
    fn new_execution(&mut self) -> Option<Schedule> {
        search::another_execution().then(|| Schedule::new(0))
    }

    fn next_task(&mut self, runnable: &[&Task], current: Option<TaskId>, yields: bool) -> Option<TaskId> {
        let can_run = |task: usize| runnable.iter().any(|other| other.id() == TaskId::from(task));
        let first = || runnable.first().map(|task| task.id());
        let Some(current) = current else { return first() };
        if let Some(chosen) = run::take_next().filter(|&task| can_run(task)) {
            return Some(chosen.into());
        }
        match run::is_running() {
            true => run::engine_point(can_run, yields).map(TaskId::from),
            // The execution is over, and what is left of it ends one way or another.
            false => Some(current).filter(|&task| can_run(task.into())).or_else(first),
        }
    }

    /// What crates that stand in for the learner's decide by chance, such as the branch that `select!` looks at first.
    fn next_u64(&mut self) -> u64 {
        run::choose(CHANCES, UNLIKELY) as u64
    }
}
