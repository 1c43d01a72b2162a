// right: `map_while` keeps the first error aside, and `collect` keeps the handles

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut error = None;
    let team: Vec<_> = (0..n)
        .map(|index| {
            let f = Arc::clone(&f);
            Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn(move || {
                f(index);
                thread::current().name().unwrap().to_string()
            })
        })
        .map_while(|worker| worker.map_err(|first| error = Some(first)).ok())
        .collect();
    match error {
        None => Ok(team),
        Some(error) => {
            for worker in team {
                worker.join().unwrap();
            }
            Err(error)
        }
    }
}
