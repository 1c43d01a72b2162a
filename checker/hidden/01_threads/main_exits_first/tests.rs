//! Hidden tests of `main_exits_first`.

use std::thread;

use exercise::{Job, run};
use harness::{Blocker, fail, printed, settle, threads_alive};

/// A job that has its line at once.
fn quick(line: &str) -> Job {
    let line = line.to_owned();
    Box::new(move || line)
}

/// A job that has its line only when the blocker is released.
fn slow(line: &str, until: &Blocker) -> Job {
    let (line, until) = (line.to_owned(), until.clone());
    Box::new(move || {
        until.wait();
        line
    })
}

/// What is out now, line by line in the order of the alphabet. A line that is not ended yet counts as well.
fn lines_out() -> Vec<String> {
    let mut lines: Vec<String> = printed().split_terminator('\n').map(str::to_owned).collect();
    lines.sort();
    lines
}

/// Waits until nothing happens any more.
fn calm_down() {
    settle("`run` looks again and again whether the jobs are done, instead of sleeping until they are");
}

/// Two jobs: when `run` returns, their two lines are out, and nothing comes after them.
#[schedules]
fn all_lines_are_out_on_return() {
    run(vec![quick("milk"), quick("tea")]);
    let on_return = lines_out();
    if on_return.len() < 2 {
        let count = if on_return.len() == 1 { "1 of its 2 lines was" } else { "none of its 2 lines was" };
        fail(format!("`run` returned when {count} printed: `main` would end now, and all threads with it"));
    }
    assert_eq!(on_return, ["milk", "tea"], "`run` printed something other than the line of each job, once and whole");
    calm_down();
    assert_eq!(lines_out(), on_return, "a thread printed something after `run` had returned");
    assert_eq!(threads_alive(), 0, "`run` returned, but a thread of it never ends");
}

/// Two jobs, the first one slow: the line of the other is out before the slow one is done.
#[schedules]
fn a_slow_first_job_keeps_no_line_back() {
    let answer = Blocker::new("`run` waits for a job that is not done");
    one_is_slow(vec![slow("milk", &answer), quick("tea")], "first", "tea", &answer);
}

/// Two jobs, the second one slow: the line of the other is out before the slow one is done.
#[schedules]
fn a_slow_last_job_keeps_no_line_back() {
    let answer = Blocker::new("`run` waits for a job that is not done");
    one_is_slow(vec![quick("milk"), slow("tea", &answer)], "second", "milk", &answer);
}

fn one_is_slow(jobs: Vec<Job>, which: &str, other_line: &str, answer: &Blocker) {
    let caller = thread::spawn(move || run(jobs));
    calm_down();
    let meanwhile = lines_out();
    if meanwhile.is_empty() {
        fail(format!("`run` keeps the line {other_line:?} back until another job, the {which} of 2, is done"));
    }
    assert_eq!(meanwhile, [other_line], "`run` printed something other than the line of the one job that was done");
    answer.release();
    caller.join().unwrap();
    assert_eq!(lines_out(), ["milk", "tea"], "`run` did not print the line of each job once");
}

/// No jobs: `run` returns, and nothing is printed.
#[schedules]
fn no_jobs() {
    run(Vec::new());
    assert_eq!(printed(), "", "`run` printed something although there was no job");
}

/// Three jobs, the first two slow: the line of the third is out before they are done.
#[schedules]
fn two_slow_jobs_keep_no_line_back() {
    let answer = Blocker::new("`run` waits for a job that is not done");
    let jobs = vec![slow("milk", &answer), slow("tea", &answer), quick("toast")];
    let caller = thread::spawn(move || run(jobs));
    calm_down();
    let meanwhile = lines_out();
    answer.release();
    assert_eq!(
        meanwhile,
        ["toast"],
        "`run` keeps the line \"toast\" back until another job, one of the first 2 of 3, is done"
    );
    caller.join().unwrap();
}

/// One job that returns an empty line: it is printed.
#[schedules]
fn a_line_may_be_empty() {
    run(vec![quick("")]);
    assert_eq!(printed(), "\n", "`run` did not print just an empty line for a job that returned one");
}

/// Two jobs with the same line, of two lines, with blanks around it: it is printed twice, as it is.
#[schedules]
fn lines_are_printed_as_they_are() {
    harness::few_schedules(20);
    let line = "  one \n  and a half ";
    run(vec![quick(line), quick(line)]);
    assert_eq!(
        printed(),
        format!("{line}\n{line}\n"),
        "`run` did not print just what its 2 jobs returned; both returned {line:?}"
    );
}

/// A second call, with one job: when it returns, its line is out as well.
#[schedules]
fn a_second_call_waits_too() {
    harness::few_schedules(20);
    run(vec![quick("milk")]);
    run(vec![quick("tea")]);
    assert_eq!(printed(), "milk\ntea\n", "a second `run` returned before the line of its only job was printed");
}

/// Ten jobs, all but the last slow: the line of the last is out before they are done.
#[schedules]
fn many_slow_jobs_keep_no_line_back() {
    harness::few_schedules(1);
    let answer = Blocker::new("`run` waits for a job that is not done");
    let mut jobs: Vec<Job> = (1..10).map(|number| slow(&number.to_string(), &answer)).collect();
    jobs.push(quick("toast"));
    let caller = thread::spawn(move || run(jobs));
    calm_down();
    let meanwhile = lines_out();
    answer.release();
    assert_eq!(
        meanwhile,
        ["toast"],
        "`run` keeps the line \"toast\" back until another job, one of the first 9 of 10, is done"
    );
    caller.join().unwrap();
    assert_eq!(lines_out().len(), 10, "`run` did not print the line of each of its 10 jobs once");
}
