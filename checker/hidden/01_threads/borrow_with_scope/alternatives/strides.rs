// right: worker i looks at the words i, i + workers, i + 2 * workers and so on

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for worker in 0..workers {
            handles.push(scope.spawn(move || {
                let own = words.iter().skip(worker).step_by(workers);
                own.filter(|word| pred(word)).count()
            }));
        }
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
