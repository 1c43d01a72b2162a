// layer: lint
// tries: 200,000 brackets, at which the compiler overflows its stack
// exercise: spawn_and_join
// outcome: rejected

pub fn deep() {
    @{(*100000}@{)*100000}
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
