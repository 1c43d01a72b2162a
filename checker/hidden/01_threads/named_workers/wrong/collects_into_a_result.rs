// wrong: `collect` into an `io::Result` drops the handles that it has when it meets an error
// finding: started_threads_are_joined_after_an_error: wrong_result

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    (0..n)
        .map(|index| {
            let f = Arc::clone(&f);
            Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn(move || {
                f(index);
                thread::current().name().unwrap().to_string()
            })
        })
        .collect()
}
