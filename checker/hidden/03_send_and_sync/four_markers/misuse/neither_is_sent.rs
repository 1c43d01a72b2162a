//! `Neither` is like the id of a window: its toolkit keeps what belongs to the id on the thread that made it.
//! On another thread the id names nothing, or the window of somebody else.

use std::thread;

use exercise::Neither;

fn main() {
    let window = Neither::new(1);
    thread::spawn(move || window.get()); //~ E0277 between threads safely
}
