//! The process of one hidden test.

use threadlings_report::Outcome;
use threadlings_report::channel::Channel;
use threadlings_report::keeper::{self, Keeper};

use crate::engine::search::explore;
use crate::engine::watchdog;

/// Runs the test that the checker asks for, and ends the process.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let Ok((channel, job)) = Channel::open() else {
        real_std::eprintln!("this program is started by threadlings");
        threadlings_report::exit(2);
    };
    let Some(&(_, test)) = tests.iter().find(|(name, _)| *name == job.test) else {
        real_std::eprintln!("there is no hidden test `{}`", job.test);
        threadlings_report::exit(2);
    };
    Keeper::new(channel).keep(move |seal| {
        threadlings_trace::keep_program_data();
        watchdog::watch(|finding| keeper::end(Outcome::Failed(Box::new(finding))));
        seal.close();
        explore(&job, test)
    })
}
