// wrong: a scoped thread is joined by its scope, and its handle cannot leave it
// finding: compile: E0373

use std::io;
use std::thread::{self, Builder, ScopedJoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<ScopedJoinHandle<'static, String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let mut team = Vec::new();
    thread::scope(|scope| {
        for index in 0..n {
            let f = &f;
            let worker =
                Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn_scoped(scope, move || {
                    f(index);
                    thread::current().name().unwrap().to_string()
                });
            team.push(worker?);
        }
        Ok(team)
    })
}
