// wrong: takes the prefix of the example for the name of all teams
// finding: each_thread_has_its_name: wrong_result

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
        let f2 = f.clone();
        let work = move || {
            f2(i);
            thread::current().name().unwrap().to_owned()
        };
        let _ = prefix;
        match Builder::new().name(format!("crew-{i}")).stack_size(stack).spawn(work) {
            Ok(h) => team.push(h),
            Err(e) => {
                for h in team {
                    h.join().unwrap();
                }
                return Err(e);
            }
        }
    }
    Ok(team)
}
