//! # Named workers
//!
//! A `Builder` describes one thread: its name, its stack. `spawn` uses the builder up, and can fail.

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

/// Starts `n` threads called `prefix-0`, `prefix-1` and so on; thread i calls `f(i)` and returns its name.
pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    // The threads may outlive this call, so they cannot borrow `f`; and there is one `f` for all of them.
    let f = Arc::new(f);
    let mut team = Vec::with_capacity(n);
    for number in 0..n {
        let f = Arc::clone(&f);
        let worker = Builder::new().name(format!("{prefix}-{number}")).stack_size(stack).spawn(move || {
            f(number);
            // Always there: this thread has been given a name.
            thread::current().name().unwrap_or_default().to_owned()
        });
        match worker {
            Ok(worker) => team.push(worker),
            Err(error) => {
                // With `?`, or `collect` into an `io::Result`, the handles would be dropped here, and the threads would
                // go on unseen: our caller, who only gets an error, could never wait for them.
                for worker in team {
                    // If a worker panicked, its caller has no handle to learn it from; the first error counts.
                    let _ = worker.join();
                }
                return Err(error);
            }
        }
    }
    Ok(team)
}
