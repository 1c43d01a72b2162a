// layer: seal
// tries: to send a packet
// exercise: spawn_and_join
// outcome: fail
// never: came through: true

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0");
    let sent = socket.and_then(|socket| socket.send_to(b"x", "127.0.0.1:@PORT@"));
    panic!("came through: {:?}", sent.is_ok());
}
