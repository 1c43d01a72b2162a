// wrong: tries once more when a thread cannot be started
// finding: no_thread_is_started_after_an_error: wrong_result

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

/// Starts `n` threads called `prefix-0`, `prefix-1` and so on; thread i calls `f(i)` and returns its name.
pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team: Vec<JoinHandle<String>> = Vec::with_capacity(n);
    for number in 0..n {
        let start = || {
            let f = Arc::clone(&f);
            Builder::new().name(format!("{prefix}-{number}")).stack_size(stack).spawn(move || {
                f(number);
                thread::current().name().unwrap_or_default().to_owned()
            })
        };
        match start().or_else(|_| start()) {
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
