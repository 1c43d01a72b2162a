// layer: process
// tries: to print without end
// exercise: spawn_and_join
// outcome: limit

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    loop {
        println!("and so on and so on and so on");
    }
}
