// layer: seal
// tries: to reach a server
// exercise: spawn_and_join
// outcome: fail
// never: came through: true

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let stream = std::net::TcpStream::connect("127.0.0.1:@PORT@");
    panic!("came through: {:?}", stream.is_ok());
}
