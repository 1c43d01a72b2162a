// right: splits the texts and the workers in two until one is left

use std::collections::HashMap;
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
    go(texts, workers, &count)
}

fn go(t: &[&str], w: usize, count: &(impl Fn(&str) -> HashMap<char, usize> + Sync)) -> HashMap<char, usize> {
    if w <= 1 || t.len() < 2 {
        return t.iter().fold(HashMap::new(), |mut m, t| {
            add(&mut m, count(t));
            m
        });
    }
    let lw = w / 2;
    let (a, b) = t.split_at(t.len() * lw / w);
    thread::scope(|s| {
        let h = s.spawn(|| go(a, lw, count));
        let mut m = go(b, w - lw, count);
        add(&mut m, h.join().unwrap());
        m
    })
}
