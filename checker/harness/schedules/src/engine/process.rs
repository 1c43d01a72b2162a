//! The process of hidden tests.

use threadlings_report::Outcome;
use threadlings_report::channel::Channel;
use threadlings_report::keeper::{self, Keeper, Seal};

use crate::engine::search::explore;
use crate::engine::watchdog;

/// Runs the tests that the checker asks for, as long as they hold, and ends the process.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let (channel, jobs) = Channel::open(tests).unwrap_or_else(|error| {
        real_std::eprintln!("this program is started by threadlings: {error}");
        threadlings_report::exit(2);
    });
    Keeper::new(channel).keep(jobs.into_iter().map(|(job, test)| {
        move |seal: Seal| {
            threadlings_trace::keep_program_data();
            let watch = watchdog::watch(|finding| keeper::end(Outcome::Failed(Box::new(finding))));
            seal.close();
            let outcome = explore(&job, test);
            drop(watch);
            // The next test keeps what it finds.
            threadlings_trace::put_back_program_data();
            outcome
        }
    }))
}
