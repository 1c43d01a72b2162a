// layer: seal
// tries: to talk to a service of this machine
// exercise: spawn_and_join
// outcome: fail
// never: came through: true

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let stream = std::os::unix::net::UnixStream::connect("@TARGET@/socket");
    panic!("came through: {:?}", stream.is_ok());
}
