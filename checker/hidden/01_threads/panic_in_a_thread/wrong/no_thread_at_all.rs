// wrong: catches the panics on the calling thread, one job after the other
// finding: jobs_run_at_the_same_time: deadlock

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

fn text_of(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text.to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "unknown panic".to_string()
    }
}

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let run = |job: Job| panic::catch_unwind(AssertUnwindSafe(job));
    jobs.into_iter().map(|job| run(job).map_err(|payload| text_of(&*payload))).collect()
}
