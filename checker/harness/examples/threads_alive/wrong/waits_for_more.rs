// wrong: its threads do their jobs and then wait for more, which never comes
// finding: no_thread_is_left: wrong_result
use std::sync::mpsc;
use std::thread;

pub fn run(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    let count = jobs.len();
    for job in jobs {
        let done = sender.clone();
        thread::spawn(move || {
            job();
            done.send(()).unwrap();
            thread::park();
        });
    }
    receiver.iter().take(count).for_each(drop);
}
