//! The process of one hidden test.

use real_std::sync::{Arc, Mutex, PoisonError};

use threadlings_report::channel::{Channel, Job};
use threadlings_report::{Finding, Kind, Outcome};

use crate::engine::search::explore;
use crate::engine::watchdog;

/// Runs the test that the checker asks for, and ends the process.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let Ok((channel, job)) = Channel::open() else {
        real_std::eprintln!("this program is started by threadlings");
        real_std::process::exit(2);
    };
    threadlings_trace::keep_program_data();
    let channel = Arc::new(Mutex::new(Some(channel)));
    let watched = Arc::clone(&channel);
    watchdog::watch(move |finding| finish(&watched, Outcome::Failed(Box::new(finding))));
    finish(&channel, outcome(tests, &job))
}

fn outcome(tests: &[(&str, fn())], job: &Job) -> Outcome {
    match tests.iter().find(|(name, _)| *name == job.test) {
        Some((_, test)) => explore(job, *test),
        None => {
            let headline = format!("there is no hidden test `{}`", job.test);
            Outcome::Failed(Box::new(Finding::new(Kind::EndedEarly, headline)))
        }
    }
}

/// Sends the outcome and ends the process. Whoever comes second waits for that.
fn finish(channel: &Mutex<Option<Channel>>, outcome: Outcome) -> ! {
    let mut channel = channel.lock().unwrap_or_else(PoisonError::into_inner);
    let sent = channel.take().map(|channel| channel.finish(outcome));
    real_std::process::exit(if matches!(sent, Some(Ok(()))) { 0 } else { 2 })
}
