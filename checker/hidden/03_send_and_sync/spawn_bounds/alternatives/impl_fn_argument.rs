// right: `impl Fn` in the place of `F`

use std::thread;

pub fn run_twice<R: Send>(f: impl Fn() -> R + Sync) -> (R, R) {
    thread::scope(|scope| {
        let threads = [(); 2].map(|()| scope.spawn(&f));
        threads.map(|thread| thread.join().unwrap()).into()
    })
}
