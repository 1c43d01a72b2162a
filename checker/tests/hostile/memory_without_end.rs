// exercise: spawn_and_join
// finding: all_jobs_are_done_on_return: memory

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut kept = Vec::new();
    loop {
        kept.push(vec![1u8; 1 << 20]);
    }
}
