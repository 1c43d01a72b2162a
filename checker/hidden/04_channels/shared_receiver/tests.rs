//! Hidden tests of `shared_receiver`.

use exercise::run_jobs;
use harness::{Bomb, Rendezvous, threads_alive};

type Job = Box<dyn FnOnce() + Send>;

/// A job that waits for another one, for all that have the same meeting.
fn meets(meeting: &Rendezvous) -> Job {
    let meeting = meeting.clone();
    Box::new(move || meeting.meet())
}

/// A job that does nothing.
fn idles() -> Job {
    Box::new(|| ())
}

/// A job that counts how often it runs. There is no call number 0, so it never panics.
fn counts() -> (Bomb, Job) {
    let runs = Bomb::on_call(0);
    let counter = runs.clone();
    (runs, Box::new(move || counter.tick()))
}

/// Three jobs on two workers: each has run once when `run_jobs` returns.
#[schedules]
fn every_job_runs_once() {
    let (runs, jobs): (Vec<Bomb>, Vec<Job>) = (0..3).map(|_| counts()).unzip();
    run_jobs(2, jobs);
    let runs: Vec<usize> = runs.iter().map(Bomb::calls).collect();
    assert_eq!(runs, [1, 1, 1], "`run_jobs` has returned, and not each of three jobs has run once");
}

/// Two workers, two jobs that wait for each other: both end, since they run at the same time.
#[schedules]
fn two_jobs_run_at_the_same_time() {
    let both = Rendezvous::new(2, "`run_jobs` with two workers never runs two jobs at the same time");
    run_jobs(2, vec![meets(&both), meets(&both)]);
}

/// Two workers, three jobs: the first and the third wait for each other, the second is short.
#[schedules]
fn an_idle_worker_takes_the_next_job() {
    let both = Rendezvous::new(
        2,
        "two workers, three jobs: `run_jobs` never runs the first job and the third at the same time",
    );
    run_jobs(2, vec![meets(&both), idles(), meets(&both)]);
}

/// Two workers, four jobs: the first two wait for each other.
#[schedules]
fn the_first_two_of_four_run_at_the_same_time() {
    let both = Rendezvous::new(
        2,
        "two workers, four jobs: `run_jobs` never runs the first job and the second at the same time",
    );
    run_jobs(2, vec![meets(&both), meets(&both), idles(), idles()]);
}

/// Two workers, four jobs: the last two wait for each other.
#[schedules]
fn the_last_two_of_four_run_at_the_same_time() {
    let both = Rendezvous::new(
        2,
        "two workers, four jobs: `run_jobs` never runs the third job and the fourth at the same time",
    );
    run_jobs(2, vec![idles(), idles(), meets(&both), meets(&both)]);
}

/// Two workers, three jobs: no job ever sees more than two threads alive besides the calling one.
#[schedules]
fn there_are_no_more_threads_than_workers() {
    let job = || -> Job {
        Box::new(|| {
            let alive = threads_alive();
            if alive > 2 {
                harness::fail(format!("`run_jobs` with two workers has {alive} threads alive at once"));
            }
        })
    };
    run_jobs(2, vec![job(), job(), job()]);
}

/// Two workers and one job: it runs.
#[schedules]
fn there_may_be_fewer_jobs_than_workers() {
    let (runs, job) = counts();
    run_jobs(2, vec![job]);
    assert_eq!(runs.calls(), 1, "`run_jobs` with two workers has returned, and the only job has not run once");
}

/// Without jobs there is nothing to wait for.
#[schedules]
fn there_may_be_no_jobs() {
    run_jobs(2, Vec::new());
}

/// Three workers, three jobs that wait for each other: all end, since they run at the same time.
#[schedules]
fn three_jobs_run_at_the_same_time() {
    let all = Rendezvous::new(3, "`run_jobs` with three workers never runs three jobs at the same time");
    run_jobs(3, vec![meets(&all), meets(&all), meets(&all)]);
}

/// One worker, two jobs: no job ever sees more than one thread alive besides the calling one.
#[schedules]
fn one_worker_is_one_thread() {
    let job = || -> Job {
        Box::new(|| {
            let alive = threads_alive();
            if alive > 1 {
                harness::fail(format!("`run_jobs` with one worker has {alive} threads alive at once"));
            }
        })
    };
    run_jobs(1, vec![job(), job()]);
}

/// Four workers, seven jobs: four of them wait for each other.
#[schedules]
fn four_of_seven_run_at_the_same_time() {
    let four = Rendezvous::new(
        4,
        "four workers, seven jobs: `run_jobs` never runs the first, third, fifth and seventh job at the same time",
    );
    run_jobs(4, vec![meets(&four), idles(), meets(&four), idles(), meets(&four), idles(), meets(&four)]);
}

/// Twenty workers, twenty jobs that wait for each other: all end, since they run at the same time.
#[schedules]
fn many_jobs_run_at_the_same_time() {
    harness::few_schedules(1);
    let all = Rendezvous::new(20, "`run_jobs` with 20 workers never runs 20 jobs at the same time");
    run_jobs(20, (0..20).map(|_| meets(&all)).collect());
}

/// Three workers, seven jobs: no job ever sees more than three threads alive besides the calling one.
#[schedules]
fn three_workers_are_three_threads() {
    harness::few_schedules(20);
    let job = || -> Job {
        Box::new(|| {
            let alive = threads_alive();
            if alive > 3 {
                harness::fail(format!("`run_jobs` with three workers has {alive} threads alive at once"));
            }
        })
    };
    run_jobs(3, (0..7).map(|_| job()).collect());
}

/// A second call: its job runs as well.
#[schedules]
fn a_second_call_runs_its_job() {
    run_jobs(1, vec![idles()]);
    let (runs, job) = counts();
    run_jobs(1, vec![job]);
    assert_eq!(runs.calls(), 1, "a second `run_jobs` has returned, and its only job has not run once");
}
