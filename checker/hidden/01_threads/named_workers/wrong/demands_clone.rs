// wrong: demands a function that can be cloned
// finding: compile: interface

use std::io;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + Clone + 'static,
{
    let mut team = Vec::new();
    for index in 0..n {
        let f = f.clone();
        let builder = Builder::new().name(format!("{prefix}-{index}")).stack_size(stack);
        let worker = builder.spawn(move || {
            f(index);
            thread::current().name().unwrap().to_string()
        });
        match worker {
            Ok(worker) => team.push(worker),
            Err(error) => {
                for worker in team {
                    let _ = worker.join();
                }
                return Err(error);
            }
        }
    }
    Ok(team)
}
