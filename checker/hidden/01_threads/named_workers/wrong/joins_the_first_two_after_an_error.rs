// wrong: joins only the first two threads after an error
// finding: all_started_threads_are_joined_after_an_error: wrong_result

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team: Vec<JoinHandle<String>> = Vec::new();
    for i in 0..n {
        let f = f.clone();
        match Builder::new().name(format!("{prefix}-{i}")).stack_size(stack).spawn(move || {
            f(i);
            thread::current().name().unwrap().to_owned()
        }) {
            Ok(t) => team.push(t),
            Err(e) => {
                for t in team.into_iter().take(2) {
                    let _ = t.join();
                }
                return Err(e);
            }
        }
    }
    Ok(team)
}

fn team<F>(names: impl Fn(usize) -> String, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team: Vec<JoinHandle<String>> = Vec::new();
    for i in 0..n {
        let f = f.clone();
        match Builder::new().name(names(i)).stack_size(stack).spawn(move || {
            f(i);
            thread::current().name().unwrap().to_owned()
        }) {
            Ok(t) => team.push(t),
            Err(e) => {
                for t in team {
                    let _ = t.join();
                }
                return Err(e);
            }
        }
    }
    Ok(team)
}
