// layer: seal
// tries: to find out which files there are
// exercise: spawn_and_join
// outcome: fail
// never: Ok(

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::fs::metadata("@SECRET@").map(|metadata| metadata.len() == 37));
}
