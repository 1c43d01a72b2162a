// wrong: waits until a thread has done its work before it starts the next
// finding: handles_come_while_the_threads_work: deadlock

use std::io;
use std::sync::{Arc, mpsc};
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team = Vec::new();
    for index in 0..n {
        let f = Arc::clone(&f);
        let (done, is_done) = mpsc::channel();
        let worker = Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn(move || {
            f(index);
            done.send(()).unwrap();
            thread::current().name().unwrap().to_string()
        })?;
        is_done.recv().unwrap();
        team.push(worker);
    }
    Ok(team)
}
