// wrong: deals out the jobs in turn beforehand; who is idle cannot take the job of a neighbour
// finding: an_idle_worker_takes_the_next_job: deadlock

use std::sync::mpsc;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (senders, receivers): (Vec<_>, Vec<_>) = (0..workers).map(|_| mpsc::channel()).unzip();
    for (index, job) in jobs.into_iter().enumerate() {
        senders[index % workers].send(job).unwrap();
    }
    drop(senders);
    thread::scope(|scope| {
        for receiver in receivers {
            scope.spawn(move || receiver.into_iter().for_each(|job| job()));
        }
    });
}
