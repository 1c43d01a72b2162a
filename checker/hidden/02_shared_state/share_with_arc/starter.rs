//! # Share with an Arc
//!
//! `ask_all` asks several questions about the same data, each on a thread of its own.
//! The code below does not compile: error E0382. There is an `Arc` already, but the first thread takes it away, and
//! the second finds nothing left. Repair `ask_all` so that all threads get to the same data.
//!
//! Why it matters: a table of prices, a dictionary, a loaded configuration: many threads read it, and nobody can say
//! which of them is the last to need it. A copy for each thread costs memory, and data such as an open connection
//! cannot be copied at all. An `Arc` counts its owners. Whoever comes last drops the data.
//!
//! ## What must hold
//!
//! - `ask_all(data, questions)` calls each question once, with a reference to the data, and returns the answers.
//! - The answers are in the order of the questions, whatever thread finishes first.
//! - All questions can be running at the same time: a question may wait for any other. So n questions need n threads.
//!   The calling thread may be one of them.
//! - The data has been dropped when `ask_all` returns, and not before the last question has its answer.
//! - It works for every `T` that is `Send + Sync`. Nobody can clone it or make another one. You may leave out
//!   `'static` in the bounds, but do not add a bound.
//! - There may be no questions. Then there are no answers, and the data is dropped. No question panics.
//!
//! Work at the `// TODO`.

use std::sync::Arc;
use std::thread;

/// Asks all questions about the data at the same time; returns the answers in the order of the questions.
pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        // TODO: every thread needs the data, but this closure takes `data` for itself.
        threads.push(thread::spawn(move || question(&data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
