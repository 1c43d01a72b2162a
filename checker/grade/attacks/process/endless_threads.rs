// layer: process
// tries: to start threads without end
// exercise: spawn_and_join
// outcome: limit

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut threads = Vec::new();
    loop {
        threads.push(std::thread::spawn(std::thread::park));
    }
}
