// layer: seal
// tries: to read the names of the tests from the stack
// exercise: spawn_and_join
// outcome: fail
// never: came through: true

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("came through: {}", std::backtrace::Backtrace::force_capture().to_string().contains("all_jobs_are_done_on_return"));
}
