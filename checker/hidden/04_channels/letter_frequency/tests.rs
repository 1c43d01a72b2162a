//! Hidden tests of `letter_frequency`.

use std::collections::HashMap;

use exercise::{frequency, frequency_with};
use harness::{Bomb, Rendezvous, threads_alive};

/// What is counted for a text in these tests: how often each of its chars occurs.
fn chars(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for char in text.chars() {
        *counts.entry(char).or_default() += 1;
    }
    counts
}

/// The entries in order, so that a report shows them in the same order every time.
fn sorted(counts: HashMap<char, usize>) -> Vec<(char, usize)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    counts
}

/// Two texts and two workers: both calls of `count` run at the same time.
#[schedules]
fn two_texts_are_counted_at_the_same_time() {
    let both =
        Rendezvous::new(2, "`frequency_with`, with two texts and two workers, never counts both at the same time");
    let counts = frequency_with(&["a", "b"], 2, |text| {
        both.meet();
        chars(text)
    });
    assert_eq!(
        sorted(counts),
        [('a', 1), ('b', 1)],
        "`frequency_with` did not return one a and one b for the texts \"a\" and \"b\""
    );
}

/// Two texts with the same letters and two workers: their counts are added up.
#[schedules]
fn counts_are_added_up() {
    let counts = frequency_with(&["aab", "ab"], 2, chars);
    assert_eq!(
        sorted(counts),
        [('a', 3), ('b', 2)],
        "`frequency_with` did not return three a and two b for the texts \"aab\" and \"ab\""
    );
}

/// Three texts, one of them empty, and two workers: `count` is called once for each.
#[schedules]
fn each_text_is_counted_once() {
    // They only count: there is no call number 0.
    let calls = [Bomb::on_call(0), Bomb::on_call(0), Bomb::on_call(0)];
    let counts = frequency_with(&["", "b", "c"], 2, |text| {
        calls[text.bytes().map(|byte| usize::from(byte - b'a')).sum::<usize>()].tick();
        chars(text)
    });
    let calls: Vec<usize> = calls.iter().map(Bomb::calls).collect();
    assert_eq!(calls, [1, 1, 1], "`frequency_with` did not call `count` once for each of three texts");
    assert_eq!(
        sorted(counts),
        [('b', 1), ('c', 1)],
        "`frequency_with` did not return one b and one c for the texts \"\", \"b\" and \"c\""
    );
}

/// `count` gets the texts themselves, and no copies.
#[schedules]
fn texts_are_not_copied() {
    let texts = ["ab", "cd"];
    let places = texts.map(|text| (text.as_ptr() as usize, text.len()));
    frequency_with(&texts, 2, |text| {
        if !places.contains(&(text.as_ptr() as usize, text.len())) {
            harness::fail("`frequency_with` called `count` with a copy of a text, or with a part of it");
        }
        chars(text)
    });
}

/// Three texts and two workers: no call of `count` sees more than two threads alive besides the calling one.
#[schedules]
fn there_are_no_more_threads_than_workers() {
    frequency_with(&["a", "b", "c"], 2, |text| {
        let alive = threads_alive();
        if alive > 2 {
            harness::fail(format!("`frequency_with` with two workers has {alive} threads alive at once"));
        }
        chars(text)
    });
}

/// No texts, and fewer texts than workers.
#[schedules]
fn there_may_be_few_texts() {
    let counts = frequency_with(&[], 2, chars);
    assert_eq!(sorted(counts), [], "`frequency_with` returned a count although there was no text");
    let counts = frequency_with(&["a"], 3, chars);
    assert_eq!(sorted(counts), [('a', 1)], "`frequency_with`, with one text and three workers, did not count one a");
}

/// Letters count without regard to case; digits, blanks and punctuation do not count.
#[schedules]
fn letters_are_counted() {
    let counts = frequency(&["Ab, 1", "BA!"], 2);
    assert_eq!(
        sorted(counts),
        [('a', 2), ('b', 2)],
        "`frequency` did not return two a and two b for the texts \"Ab, 1\" and \"BA!\""
    );
}

/// Three texts and three workers: all calls of `count` run at the same time.
#[schedules]
fn three_texts_are_counted_at_the_same_time() {
    let all = Rendezvous::new(
        3,
        "`frequency_with`, with three texts and three workers, never counts all three at the same time",
    );
    frequency_with(&["a", "b", "c"], 3, |text| {
        all.meet();
        chars(text)
    });
}

/// Two texts and one worker: no call of `count` sees more than one thread alive besides the calling one.
#[schedules]
fn one_worker_is_one_thread() {
    frequency_with(&["a", "b"], 1, |text| {
        let alive = threads_alive();
        if alive > 1 {
            harness::fail(format!("`frequency_with` with one worker has {alive} threads alive at once"));
        }
        chars(text)
    });
}

/// `count` counts capitals and digits as well: they are in the sum as they are.
#[schedules]
fn the_sum_takes_any_char() {
    let counts = frequency_with(&["A1", "a1"], 2, chars);
    assert_eq!(
        sorted(counts),
        [('1', 2), ('A', 1), ('a', 1)],
        "`count` counted A and 1, then a and 1, and `frequency_with` did not return the sum of that"
    );
}

/// A second call: what the first one has counted is not in its result.
#[schedules]
fn a_second_call_counts_anew() {
    harness::few_schedules(20);
    frequency_with(&["a"], 1, chars);
    let counts = frequency_with(&["ab"], 1, chars);
    assert_eq!(
        sorted(counts),
        [('a', 1), ('b', 1)],
        "a second `frequency_with` did not return one a and one b for the text \"ab\""
    );
}

/// Twenty texts and twenty workers: all calls of `count` run at the same time.
#[schedules]
fn many_texts_are_counted_at_the_same_time() {
    harness::few_schedules(1);
    let all =
        Rendezvous::new(20, "`frequency_with`, with 20 texts and 20 workers, never counts all 20 at the same time");
    frequency_with(&["a"; 20], 20, |text| {
        all.meet();
        chars(text)
    });
}

/// Letters of other alphabets, among them Σ at the end of a word, İ, whose lower case is two chars, 漢, which has no case,
/// and the Roman numeral Ⅷ, which is a letter. Then more texts than workers, in numbers that do not divide evenly.
#[schedules]
fn many_texts_and_all_alphabets() {
    harness::few_schedules(2);
    let cases = [("É", 'é'), ("ß", 'ß'), ("ΑΣ", 'σ'), ("İ", 'i'), ("Ж", 'ж'), ("漢", '漢'), ("Ⅷ", 'ⅷ')];
    for (text, letter) in cases {
        let mut counts = frequency(&[text], 1);
        counts.remove(&'α');
        assert_eq!(sorted(counts), [(letter, 1)], "`frequency` did not count exactly one {letter} in {text:?}");
    }
    let texts = ["a"; 50];
    for workers in [1, 3, 4, 7, 49, 60] {
        let counts = frequency_with(&texts, workers, |text| {
            let alive = threads_alive();
            if alive > workers {
                harness::fail(format!(
                    "`frequency_with` with 50 texts and {workers} workers has {alive} threads alive at once"
                ));
            }
            chars(text)
        });
        assert_eq!(sorted(counts), [('a', 50)], "`frequency_with` did not count 50 texts \"a\" with {workers} workers");
    }
}
