//! One schedule, run again on code that may have changed since.

use threadlings_report::channel::Job;
use threadlings_report::{Finding, Outcome, Replayed, Schedule, Switch};
use threadlings_trace as trace;

use crate::engine::guided::Guided;
use crate::engine::run::End;
use crate::engine::sampled::TakingTurns;
use crate::engine::search::{Body, Execution, run_once};
use crate::engine::strategy::{Deviation, Strategy};
use crate::engine::{findings, sensitivity};

/// Most switches that are kept. What needs more is no schedule that anybody could follow.
const MOST_SWITCHES: usize = 1_000;

/// What leads to an execution that ended like this; none if it cannot be told.
pub(crate) fn schedule(end: &End, turn: Option<u32>, deviations: &[Deviation]) -> Option<Schedule> {
    let noticed = sensitivity::now();
    // Only what goes on for ever is shown as it was found; everything else has been made simpler, and has its switches.
    if *end == End::Livelock && turn.is_some() {
        return Some(Schedule { noticed, turn, switches: Vec::new() });
    }
    let switches = deviations.iter().map(switch).collect();
    (deviations.len() <= MOST_SWITCHES).then_some(Schedule { noticed, turn: None, switches })
}

/// Runs it as far as it fits.
pub(crate) fn replay(schedule: &Schedule, job: &Job, body: &Body) -> Outcome {
    sensitivity::expect(schedule.noticed);
    let deviation = |switch: &Switch| Deviation { at: (switch.lane, switch.after), what: switch.to };
    let deviations: Vec<Deviation> = schedule.switches.iter().map(deviation).collect();
    loop {
        let strategy: Box<dyn Strategy> = match schedule.turn {
            Some(turn) => Box::new(TakingTurns::only(turn)),
            None => Box::new(Guided::new(&deviations)),
        };
        trace::set_recording(true);
        let (execution, strategy) = run_once(strategy, body);
        trace::set_recording(false);
        let finding = match execution {
            // It notices more than it did; that adds points at which threads may switch.
            Execution::TooCoarse => continue,
            Execution::Failed(end) => Some(findings::of_last_execution(&end, job)),
            Execution::Passed => None,
        };
        let interleaving = match &finding {
            Some(Finding { interleaving: Some(interleaving), .. }) => interleaving.clone(),
            _ => trace::of_passed_execution(job.full_trace),
        };
        let missed = strategy.missed().iter().map(switch).collect();
        return Outcome::Replayed(Box::new(Replayed { missed, finding, interleaving }));
    }
}

fn switch(deviation: &Deviation) -> Switch {
    Switch { lane: deviation.at.0, after: deviation.at.1, to: deviation.what }
}
