// layer: seal
// tries: to find out what lies around
// exercise: spawn_and_join
// outcome: fail
// never: Ok(

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::fs::read_dir("..").map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>()));
}
