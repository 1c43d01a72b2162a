//! Hidden tests of `borrow_with_scope`.

use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::count_matching;
use harness::{Rendezvous, threads_alive};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_string()).collect()
}

/// Three words, two workers: every word is counted, none twice.
#[schedules]
fn every_word_is_counted() {
    let words = words(&["tea", "toast", "milk"]);
    let count = count_matching(&words, 2, &|_| true);
    assert_eq!(count, 3, "`count_matching` with 2 workers did not count each of 3 words once");
}

/// Four words, one of them twice, one worker: the words are counted for which `pred` is true, each as often as it comes.
#[schedules]
fn matching_words_are_counted() {
    let words = words(&["tea", "milk", "tea", "toast"]);
    let calls = AtomicUsize::new(0);
    let count = count_matching(&words, 1, &|word| {
        calls.fetch_add(1, Ordering::SeqCst);
        word.starts_with('t')
    });
    assert_eq!(
        count, 3,
        "`count_matching` with 1 worker miscounted the words that start with a t in tea, milk, tea, toast"
    );
    let calls = calls.into_inner();
    assert!(calls == 4, "`count_matching` called `pred` {calls} times for 4 words");
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

/// Two words, one worker: never more than one new thread.
#[schedules]
fn one_worker() {
    let words = words(&["tea", "milk"]);
    let most = AtomicUsize::new(0);
    count_matching(&words, 1, &|_| {
        most.fetch_max(threads_alive(), Ordering::SeqCst);
        true
    });
    let most = most.into_inner();
    assert!(most <= 1, "`count_matching` with 1 worker had {most} new threads alive at the same time");
}

/// Three words, two workers: two calls of `pred` run at the same time.
#[schedules]
fn three_words_and_two_workers() {
    let words = words(&["tea", "milk", "toast"]);
    let two =
        Rendezvous::new(2, "`count_matching` of 3 words with 2 workers never has 2 calls of `pred` running at once");
    count_matching(&words, 2, &|_| {
        two.meet_once();
        true
    });
}

/// Two words, three workers: both calls of `pred` run at the same time.
#[schedules]
fn two_words_and_three_workers() {
    let words = words(&["tea", "milk"]);
    let both =
        Rendezvous::new(2, "`count_matching` with 2 words and 3 workers never has 2 calls of `pred` running at once");
    count_matching(&words, 3, &|_| {
        both.meet();
        true
    });
}

/// A second call: its count is its own.
#[schedules]
fn a_second_call_counts_anew() {
    let words = words(&["tea", "milk"]);
    count_matching(&words, 2, &|_| true);
    let count = count_matching(&words, 2, &|word| word == "milk");
    assert_eq!(count, 1, "a second `count_matching` returned a wrong count");
}

/// Eight long words: `pred` gets the words themselves, and there is no copy of any of them.
#[schedules]
fn words_are_not_copied() {
    use harness::Allocations;
    use std::{ptr, sync::atomic::AtomicBool};

    harness::few_schedules(1);

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
        "`count_matching` asked for more than {LENGTH} bytes of memory for 8 words of so many bytes: it copies words"
    );
}

/// Up to 7 words, one of them empty, and up to 4 workers: `pred` is called once for each, and the count is right.
#[schedules]
fn any_number_of_words_and_workers() {
    harness::few_schedules(1);
    let all = words(&["tea", "", "toast", "milk", "toast", "honey", "jam"]);
    for (length, workers) in (0..=7).flat_map(|length| (1..=4).map(move |workers| (length, workers))) {
        let words = &all[..length];
        let calls: Vec<AtomicUsize> = words.iter().map(|_| AtomicUsize::new(0)).collect();
        let most = AtomicUsize::new(0);
        let count = count_matching(words, workers, &|word| {
            most.fetch_max(threads_alive(), Ordering::SeqCst);
            if let Some(place) = words.iter().position(|own| std::ptr::eq(own.as_str(), word)) {
                calls[place].fetch_add(1, Ordering::SeqCst);
            }
            !word.starts_with('t')
        });
        let calls: Vec<usize> = calls.into_iter().map(AtomicUsize::into_inner).collect();
        if let Some(place) = calls.iter().position(|&calls| calls != 1) {
            harness::fail(format!(
                "`count_matching` called `pred` {} times for word {} of {length} when `workers` is {workers}",
                calls[place],
                place + 1
            ));
        }
        let expected = words.iter().filter(|word| !word.starts_with('t')).count();
        assert_eq!(count, expected, "`count_matching` miscounted {length} words when `workers` is {workers}");
        let most = most.into_inner();
        assert!(
            most <= workers,
            "`count_matching` had {most} new threads alive at the same time when `workers` is {workers}"
        );
    }
}
