//! Measures what an execution costs under a judge, against the same execution under the bare engine.
#![forbid(unsafe_code)]

use std::time::{Duration, Instant};

use threadlings_report::channel::Job;
use threadlings_report::{Explored, Outcome};

/// How often each is measured; the fastest counts, for everything else that the machine does only adds to it.
const TIMES: usize = 7;

/// A job without limits that matter here.
pub fn job(executions: u64) -> Job {
    Job {
        test: String::new(),
        learner_file: String::new(),
        max_executions: executions,
        max_steps: 20_000,
        max_threads: 16,
        seconds: 0,
        cpu_seconds: 0,
        memory: 0,
        full_trace: false,
        replay: None,
    }
}

/// How many executions a judge looked at.
///
/// # Panics
/// If the program did not pass.
pub fn looked_at(outcome: Outcome) -> u64 {
    match outcome {
        Outcome::Passed(Explored { executions, .. }) => executions,
        Outcome::Failed(finding) => panic!("a program of the benchmark failed: {}", finding.headline),
        Outcome::Replayed(_) => panic!("nobody has asked for a single schedule"),
    }
}

/// Prints the cost of a thousand executions of one program under the bare engine and under the judge, each of which
/// returns how many executions it has looked at, and the ratio of the two.
pub fn compare(program: &str, bare: impl Fn() -> u64, judge: impl Fn() -> u64) {
    let mut best = [f64::MAX; 2];
    for _ in 0..TIMES {
        // In turns, so that a slow moment of the machine falls on both.
        for (best, run) in best.iter_mut().zip([&bare as &dyn Fn() -> u64, &judge]) {
            let started = Instant::now();
            let executions = run();
            *best = best.min(milliseconds(started.elapsed()) / executions as f64 * 1_000.0);
        }
    }
    let [bare, judge] = best;
    println!("{program:<28} {bare:>8.1} ms {judge:>8.1} ms {:>6.2}", judge / bare);
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}
