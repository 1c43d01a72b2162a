// wrong: leaks `f`, so that a reference to it lives as long as the threads, and longer
// finding: f_is_dropped_when_all_have_ended: wrong_result

use std::io;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f: &'static F = Box::leak(Box::new(f));
    let mut team = Vec::new();
    for index in 0..n {
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
