// right: the threads send their results to the caller, who then waits for their ends

use std::sync::{Arc, mpsc};
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Send + 'static,
{
    let f = Arc::new(f);
    let (sender, receiver) = mpsc::channel();
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let f = Arc::clone(&f);
            let sender = sender.clone();
            thread::spawn(move || sender.send(f()).unwrap())
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    (receiver.recv().unwrap(), receiver.recv().unwrap())
}
