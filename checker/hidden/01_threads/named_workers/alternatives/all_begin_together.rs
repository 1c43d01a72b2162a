// right: no thread begins before all have been started

use std::io;
use std::sync::{Arc, mpsc};
use std::thread::{self, Builder, JoinHandle, Thread};

pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team: Vec<JoinHandle<String>> = Vec::new();
    let mut orders = Vec::new();
    for index in 0..n {
        let f = Arc::clone(&f);
        let (order, begin) = mpsc::channel();
        let own_name = move || {
            if begin.recv().is_ok() {
                f(index);
            }
            let own: Thread = thread::current();
            own.name().map(String::from).unwrap_or_default()
        };
        match Builder::new().name(format!("{prefix}-{index}")).stack_size(stack).spawn(own_name) {
            Ok(worker) => {
                team.push(worker);
                orders.push(order);
            }
            Err(error) => {
                // Those that were started do their work as well, before they are joined.
                orders.iter().for_each(|order| order.send(()).unwrap());
                team.into_iter().for_each(|worker| drop(worker.join()));
                return Err(error);
            }
        }
    }
    orders.iter().for_each(|order| order.send(()).unwrap());
    Ok(team)
}
