//! # Wait before `main` ends
//!
//! This is the heart of a small program. Its `main` makes a list of jobs, calls `run` with it, and ends:
//!
//! ```text
//! fn main() {
//!     run(jobs());
//! } // the process ends here, and every thread with it, finished or not
//! ```
//!
//! A job waits for something slow, such as the answer of a server, and returns the line that is to be printed. `run`
//! starts a thread for each job. The code below compiles. If you tried it, you might see all lines, or some, or none:
//! nobody waits for the threads. Repair `run`.
//!
//! Why it matters: when `main` returns, no thread is asked whether it has finished. What was not yet printed, written
//! or sent never will be. On a fast machine this goes well nearly always, and so it is noticed late.
//!
//! ## What must hold
//!
//! - `run(jobs)` calls each job once and prints the line that it returns to standard output, as `println!` does, each
//!   line in one piece. Besides these lines it prints nothing there. (Look into your code with `eprintln!`: it prints to
//!   standard error, which does not count.)
//! - When `run` returns, all lines are out, however long the jobs took. Nothing is printed after that, and no thread
//!   stays behind that never ends.
//! - A line is printed as soon as its job has returned, whatever the other jobs are doing: a job that takes long keeps
//!   no other line back. So the lines may come in any order.
//! - While `run` waits, it sleeps. It does not look again and again whether the jobs are done.
//! - `jobs` may be empty. No job panics.
//!
//! Work at the `// TODO`.

use std::thread;

/// Waits for something slow, and returns a line to print.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// Runs all jobs at the same time, and prints the line of each as soon as it is there.
pub fn run(jobs: Vec<Job>) {
    // TODO: return only when every line is out.
    for job in jobs {
        thread::spawn(move || println!("{}", job()));
    }
}
