// layer: seal
// tries: to find the harness in memory
// exercise: spawn_and_join
// outcome: fail
// never: Ok(

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::fs::read_to_string("/proc/self/maps").map(|text| text.len()));
}
