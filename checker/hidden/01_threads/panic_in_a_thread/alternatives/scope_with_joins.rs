// right: scoped threads, each of them joined inside the scope

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    thread::scope(|scope| {
        let mut threads = Vec::new();
        for job in jobs {
            threads.push(scope.spawn(job));
        }
        let mut results = Vec::new();
        for thread in threads {
            results.push(match thread.join() {
                Ok(number) => Ok(number),
                Err(payload) if payload.is::<String>() => Err(payload.downcast_ref::<String>().unwrap().clone()),
                Err(payload) if payload.is::<&'static str>() => {
                    Err(payload.downcast_ref::<&'static str>().unwrap().to_string())
                }
                Err(_) => Err("unknown panic".into()),
            });
        }
        results
    })
}
