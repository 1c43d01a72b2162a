// wrong: takes the stack size for a number of KiB
// finding: stacks_are_as_large_as_asked_for: wrong_result

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team = Vec::new();
    for index in 0..n {
        let f = Arc::clone(&f);
        let builder = Builder::new().name(format!("{prefix}-{index}")).stack_size(stack / 1024);
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
