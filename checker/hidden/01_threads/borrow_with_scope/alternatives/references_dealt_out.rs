// right: a vector of references for each thread, dealt out like cards

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let mut hands: Vec<Vec<&str>> = vec![Vec::new(); workers];
    for (index, word) in words.iter().enumerate() {
        hands[index % workers].push(word);
    }
    thread::scope(|scope| {
        let handles = hands
            .into_iter()
            .filter(|hand| !hand.is_empty())
            .map(|hand| scope.spawn(move || hand.into_iter().filter(|word| pred(word)).count()))
            .collect::<Vec<_>>();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
