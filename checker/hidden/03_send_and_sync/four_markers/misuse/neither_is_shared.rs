//! `Neither` is like the id of a window: a thread that borrows it could ask the toolkit to draw the window while its
//! own thread draws it, too.

use std::thread;

use exercise::Neither;

fn main() {
    let window = Neither::new(1);
    thread::scope(|scope| {
        scope.spawn(|| window.get()); //~ E0277 between threads safely
    });
}
