// wrong: takes 0 for a place where no answer has been put
// finding: each_question_is_asked_once: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn ask_all<T: Send + Sync>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize> {
    let answers: Vec<AtomicUsize> = questions.iter().map(|_| AtomicUsize::new(0)).collect();
    thread::scope(|scope| {
        for (question, answer) in questions.iter().zip(&answers) {
            let data = &data;
            scope.spawn(move || answer.store(question(data), Ordering::SeqCst));
        }
    });
    answers.into_iter().map(AtomicUsize::into_inner).filter(|&answer| answer != 0).collect()
}
