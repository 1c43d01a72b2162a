// wrong: no threads: a slow job keeps all later ones from being called
// finding: a_slow_first_job_keeps_no_line_back: wrong_result

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    for job in jobs {
        println!("{}", job());
    }
}
