// right: a function starts one thread; its first error ends the loop

use std::io;
use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

fn start<F>(name: String, stack: usize, index: usize, f: Arc<F>) -> io::Result<JoinHandle<String>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    Builder::new().stack_size(stack).name(name).spawn(move || {
        f(index);
        thread::current().name().expect("it has one").into()
    })
}

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team = Vec::new();
    let started = (0..n).try_for_each(|index| {
        team.push(start(format!("{prefix}-{index}"), stack, index, f.clone())?);
        Ok(())
    });
    if let Err(error) = started {
        team.into_iter().for_each(|worker| drop(worker.join()));
        return Err(error);
    }
    Ok(team)
}
