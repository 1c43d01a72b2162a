// wrong: runs the job on the thread that called
// finding: the_job_has_a_thread_of_its_own: wrong_result

pub fn run(job: Box<dyn FnOnce() -> u32 + Send>) -> u32 {
    job()
}
