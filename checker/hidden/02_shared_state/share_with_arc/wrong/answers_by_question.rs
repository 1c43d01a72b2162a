// wrong: keeps the answers in a map from question to answer, where a question that comes twice has one
// finding: each_question_is_asked_once: wrong_result

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for &question in &questions {
        let data = Arc::clone(&data);
        threads.push((question as usize, thread::spawn(move || question(&data))));
    }
    let answers: BTreeMap<usize, usize> =
        threads.into_iter().map(|(question, thread)| (question, thread.join().unwrap())).collect();
    questions.iter().map(|&question| answers[&(question as usize)]).collect()
}
