// wrong: cuts the list into one share for each worker; neighbours in a share never run at the same time
// finding: the_first_two_of_four_run_at_the_same_time: deadlock

use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let share = jobs.len().div_ceil(workers);
    let mut jobs = jobs.into_iter();
    thread::scope(|scope| {
        for _ in 0..workers {
            let share: Vec<_> = jobs.by_ref().take(share).collect();
            scope.spawn(|| share.into_iter().for_each(|job| job()));
        }
    });
}
