// wrong: counts on the caller
// finding: two_words_at_the_same_time: deadlock

pub fn count_matching(words: &[String], _workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    words.iter().filter(|word| pred(word)).count()
}
