//! Hidden tests of `borrow_with_scope`.

use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::count_matching;
use harness::{Rendezvous, threads_alive};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_string()).collect()
}

/// Eight long words: `pred` gets the words themselves, and there is no copy of any of them.
#[native]
fn words_are_not_copied() {
    use harness::Allocations;
    use std::{ptr, sync::atomic::AtomicBool};

    const LENGTH: usize = 1 << 20;
    let words: Vec<String> = (0..8).map(|_| "x".repeat(LENGTH)).collect();
    let strange = AtomicBool::new(false);
    let pred = |word: &str| {
        let known = words.iter().any(|own| ptr::eq(own.as_str(), word));
        strange.fetch_or(!known, Ordering::SeqCst);
        true
    };
    let (_, bytes, _) = Allocations::during(|| count_matching(&words, 2, &pred));
    assert!(!strange.into_inner(), "`count_matching` called `pred` with a copy of a word");
    assert!(
        bytes < LENGTH,
        "`count_matching` allocated {bytes} bytes for 8 words of {LENGTH} bytes each: it copies words"
    );
}

/// Three words, two workers: every word is counted, none twice.
#[schedules]
fn every_word_is_counted() {
    let words = words(&["tea", "toast", "milk"]);
    let count = count_matching(&words, 2, &|_| true);
    assert_eq!(count, 3, "`count_matching` with 2 workers did not count each of 3 words once");
}

/// Three words, one worker: the words are counted for which `pred` is true.
#[schedules]
fn matching_words_are_counted() {
    let words = words(&["tea", "toast", "milk"]);
    let count = count_matching(&words, 1, &|word| word.starts_with('t'));
    assert_eq!(count, 2, "`count_matching` with 1 worker miscounted the words that start with a t in tea, toast, milk");
}

/// Two words, two workers: both calls of `pred` run at the same time.
#[schedules]
fn two_words_at_the_same_time() {
    let words = words(&["tea", "milk"]);
    let both =
        Rendezvous::new(2, "`count_matching` with 2 workers never has 2 calls of `pred` running at the same time");
    let count = count_matching(&words, 2, &|_| {
        both.meet();
        true
    });
    assert_eq!(count, 2, "`count_matching` with 2 workers did not count both words");
}

/// Three words, two workers: never more than two new threads.
#[schedules]
fn no_more_threads_than_workers() {
    let words = words(&["tea", "milk", "toast"]);
    let most = AtomicUsize::new(0);
    count_matching(&words, 2, &|_| {
        most.fetch_max(threads_alive(), Ordering::SeqCst);
        true
    });
    let most = most.into_inner();
    assert!(most <= 2, "`count_matching` with 2 workers had {most} new threads alive at the same time");
}

/// Fewer words than workers: they are counted.
#[schedules]
fn more_workers_than_words() {
    let one = words(&["tea"]);
    let count = count_matching(&one, 3, &|word| word == "tea");
    assert_eq!(count, 1, "`count_matching` with 3 workers did not count the one word");
}

/// No words: the count is 0.
#[schedules]
fn no_words() {
    let count = count_matching(&[], 2, &|_| true);
    assert_eq!(count, 0, "`count_matching` counted a word although there was none");
}
