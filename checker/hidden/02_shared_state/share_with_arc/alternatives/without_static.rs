// right: a scope, and with it fewer bounds; the answers go into slots of their own

use std::thread;

pub fn ask_all<T: Send + Sync>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize> {
    let mut answers = vec![0; questions.len()];
    thread::scope(|scope| {
        for (answer, question) in answers.iter_mut().zip(questions) {
            let data = &data;
            scope.spawn(move || *answer = question(data));
        }
    });
    answers
}
