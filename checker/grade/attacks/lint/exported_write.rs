// layer: lint
// tries: to take the place of `write` of the C library
// exercise: spawn_and_join
// outcome: rejected

#[unsafe(export_name = "write")]
pub extern "C" fn mine(_: i32, _: usize, count: usize) -> usize {
    count
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
