// right: a guard joins the threads when it is dropped, unless the team was taken out of it

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

struct Team(Vec<JoinHandle<String>>);

impl Drop for Team {
    fn drop(&mut self) {
        for worker in self.0.drain(..) {
            let _ = worker.join();
        }
    }
}

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team = Team(Vec::new());
    for index in 0..n {
        let f = Arc::clone(&f);
        team.0.push(Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn(move || {
            f(index);
            thread::current().name().unwrap().to_string()
        })?);
    }
    Ok(std::mem::take(&mut team.0))
}
