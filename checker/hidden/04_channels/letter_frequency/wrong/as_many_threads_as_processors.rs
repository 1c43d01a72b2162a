// wrong: starts no more threads than the machine has processors, however many workers are asked for
// finding: three_texts_are_counted_at_the_same_time: deadlock

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, letters)
}

fn add(total: &mut HashMap<char, usize>, m: HashMap<char, usize>) {
    for (c, n) in m {
        *total.entry(c).or_default() += n;
    }
}

fn letters(t: &str) -> HashMap<char, usize> {
    let mut m = HashMap::new();
    for c in t.chars().filter(|c| c.is_alphabetic()) {
        for l in c.to_lowercase().filter(|l| l.is_alphabetic()) {
            *m.entry(l).or_default() += 1;
        }
    }
    m
}

pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let workers = workers.min(thread::available_parallelism().map_or(1, |n| n.get()));
    let total = Mutex::new(HashMap::new());
    let it = Mutex::new(texts.iter());
    thread::scope(|s| {
        for _ in 0..workers {
            s.spawn(|| {
                loop {
                    let t = it.lock().unwrap().next();
                    let Some(t) = t else { return };
                    let m = count(t);
                    add(&mut total.lock().unwrap(), m);
                }
            });
        }
    });
    total.into_inner().unwrap()
}
