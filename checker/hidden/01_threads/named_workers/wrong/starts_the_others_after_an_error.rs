// wrong: when a thread cannot be started, it starts the others before it returns the error
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
    let started: Vec<io::Result<JoinHandle<String>>> = (0..n)
        .map(|number| {
            let f = Arc::clone(&f);
            Builder::new().name(format!("{prefix}-{number}")).stack_size(stack).spawn(move || {
                f(number);
                thread::current().name().unwrap_or_default().to_owned()
            })
        })
        .collect();
    if started.iter().all(Result::is_ok) {
        return started.into_iter().collect();
    }
    let mut first_error = None;
    for worker in started {
        match worker {
            Ok(worker) => drop(worker.join()),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    Err(first_error.unwrap())
}
