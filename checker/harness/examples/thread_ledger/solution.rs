use std::thread;

pub fn run_as(name: &str, job: impl FnOnce() + Send + 'static) {
    thread::Builder::new().name(name.to_owned()).spawn(job).unwrap().join().unwrap();
}
