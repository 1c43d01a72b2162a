//! Hidden tests of `share_with_arc`.

use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::ask_all;
use harness::{DropLedger, Item, Rendezvous};

/// What the questions are about. It can be shared between threads, but not cloned.
struct Shop {
    prices: Vec<usize>,
    all_asked: Option<Rendezvous>,
    _dropped: Option<Item>,
}

fn shop(prices: &[usize]) -> Shop {
    Shop { prices: prices.to_vec(), all_asked: None, _dropped: None }
}

impl Shop {
    /// Waits until all questions are being asked.
    fn meet(&self) {
        if let Some(all_asked) = &self.all_asked {
            all_asked.meet();
        }
    }
}

/// Two questions about the same data: each answer is there once, in the order of the questions.
#[schedules]
fn answers_are_in_order() {
    let answers = ask_all(shop(&[7, 4, 9]), vec![|shop| shop.prices.len(), |shop| shop.prices[0]]);
    assert_eq!(
        answers,
        [3, 7],
        "`ask_all`, asked for the number of prices, 3, and the first price, 7, did not answer in this order"
    );
}

/// Three questions that wait for each other all get their answers.
#[schedules]
fn questions_run_at_the_same_time() {
    let all_asked = Rendezvous::new(3, "`ask_all` never has its 3 questions running at the same time");
    let data = Shop { all_asked: Some(all_asked), ..shop(&[7, 4, 9]) };
    let questions: Vec<fn(&Shop) -> usize> = vec![
        |shop| {
            shop.meet();
            shop.prices[0]
        },
        |shop| {
            shop.meet();
            shop.prices[1]
        },
        |shop| {
            shop.meet();
            shop.prices[2]
        },
    ];
    let answers = ask_all(data, questions);
    assert_eq!(answers, [7, 4, 9], "`ask_all` did not return the answers to 3 questions in order");
}

/// When `ask_all` returns, no thread has the data any more.
#[schedules]
fn data_is_dropped_before_the_return() {
    let ledger = DropLedger::new();
    let data = Shop { _dropped: Some(ledger.item(1)), ..shop(&[7, 4]) };
    ask_all(data, vec![|shop| shop.prices[0], |shop| shop.prices[1]]);
    assert!(ledger.all_dropped_once(), "`ask_all` has returned, but the data has not been dropped");
}

/// A question is there twice: it is asked twice.
#[schedules]
fn each_question_is_asked_once() {
    struct Asked(std::sync::Arc<AtomicUsize>);
    let asked = std::sync::Arc::new(AtomicUsize::new(0));
    let count: fn(&Asked) -> usize = |data| data.0.fetch_add(1, Ordering::SeqCst);
    let mut answers = ask_all(Asked(asked.clone()), vec![count, count]);
    answers.sort();
    assert_eq!(asked.load(Ordering::SeqCst), 2, "`ask_all` got one question twice, and did not call it twice");
    assert_eq!(answers, [0, 1], "`ask_all` got one question twice, and did not return its two answers, 0 and 1");
}

/// Without questions there are no answers, and the data is dropped.
#[schedules]
fn there_may_be_no_questions() {
    let ledger = DropLedger::new();
    let data = Shop { _dropped: Some(ledger.item(1)), ..shop(&[]) };
    let answers = ask_all(data, vec![]);
    assert_eq!(answers, [0; 0], "`ask_all` returned an answer although there was no question");
    assert!(ledger.all_dropped_once(), "`ask_all` without questions has returned, but the data has not been dropped");
}
