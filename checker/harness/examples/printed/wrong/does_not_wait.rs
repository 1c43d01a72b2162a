// wrong: does not wait for the thread that prints
// finding: the_greeting_is_out: wrong_result
use std::thread;

pub fn greet(name: &str) {
    let name = name.to_owned();
    thread::spawn(move || println!("Hello, {name}!"));
}
