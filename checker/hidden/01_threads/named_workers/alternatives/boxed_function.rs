// right: one shared `dyn Fn`, and a larger stack than asked for

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f: Arc<dyn Fn(usize) + Send + Sync> = Arc::new(f);
    let mut team = Vec::new();
    for index in 0..n {
        let f = Arc::clone(&f);
        let builder = Builder::new().name(format!("{prefix}-{index}")).stack_size(stack.saturating_add(64 << 10));
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
