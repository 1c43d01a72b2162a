// wrong: numbers the names from 1
// finding: each_thread_has_its_name: wrong_result

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
        let builder = Builder::new().name(format!("{prefix}-{}", index + 1)).stack_size(stack);
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
