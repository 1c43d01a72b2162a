//! The engine's view of the search: it asks who runs next, and is told what was decided long before.

use shuttle_engine::runtime::task::{Task, TaskId};
use shuttle_engine::scheduler::{Schedule, Scheduler};

use crate::engine::{run, search};

/// Passes decisions on to the engine.
pub(crate) struct Director;

impl Scheduler for Director {
    fn new_execution(&mut self) -> Option<Schedule> {
        search::another_execution().then(|| Schedule::new(0))
    }

    fn next_task(&mut self, runnable: &[&Task], current: Option<TaskId>, _yields: bool) -> Option<TaskId> {
        let can_run = |task: TaskId| runnable.iter().any(|other| other.id() == task);
        let chosen = run::take_next().map(TaskId::from);
        // The engine has points of its own, at the start and the end of a thread; nothing happens at those.
        let chosen = chosen.or(current).filter(|&task| can_run(task));
        chosen.or_else(|| runnable.first().map(|task| task.id()))
    }

    fn next_u64(&mut self) -> u64 {
        0
    }
}
