// wrong: asks one question after the other, without any thread
// finding: questions_run_at_the_same_time: deadlock

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    questions.into_iter().map(|question| question(&data)).collect()
}
