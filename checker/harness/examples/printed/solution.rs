use std::thread;

pub fn greet(name: &str) {
    thread::scope(|scope| {
        scope.spawn(|| println!("Hello, {name}!"));
    });
}
