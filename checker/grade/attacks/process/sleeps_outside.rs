// layer: process
// tries: to wait for something that the model does not know
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (_sender, receiver) = std::os::unix::net::UnixStream::pair().unwrap();
    let _ = std::io::Read::read(&mut &receiver, &mut [0]);
}
