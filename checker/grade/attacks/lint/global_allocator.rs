// layer: lint
// tries: to see every allocation of the test
// exercise: spawn_and_join
// outcome: rejected

struct Mine;
#[global_allocator]
static ALLOCATOR: Mine = Mine;

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
