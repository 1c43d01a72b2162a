// wrong: gives a stack only to the first two threads
// finding: a_dozen_threads: wrong_result

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
        let mut b = Builder::new().name(format!("{prefix}-{i}"));
        if i < 2 {
            b = b.stack_size(stack)
        }
        match b.spawn(move || {
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
