//! Hidden tests in a process.

use std::hash::{BuildHasher, RandomState};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::ExitStatus;
use std::time::Duration;

use anyhow::Context;
use threadlings_report::channel::{self, BrokenProgram, Job, NoReply, Tokens};
use threadlings_report::{Finding, Kind, Outcome};

use super::confinement::Place;
use super::process::{Ended, Process};
use super::{Cancel, JudgeError};

/// Most bytes of a test's output that a report shows.
const KEPT: usize = 64 * 1024;

/// A judge that says nothing for so much longer than a test may take is stuck, however slow the machine is. The verdict of a working judge comes
/// long before, from budgets that count executions and steps.
const STUCK: Duration = Duration::from_secs(90);

/// How a test ended, and the programs that it hands over.
pub(super) type Judged = (Outcome, Vec<BrokenProgram>);

/// Runs hidden tests one after the other in one process, until one fails; returns how the first ones ended, at least one.
///
/// Each must begin afresh, whatever ran before it in the same process. Where a process does not come to its own end, only
/// the first test that it began with can be to blame; a later one has to be run again.
///
/// The folder is the process's working directory: paths in the jobs are relative to it.
///
/// # Panics
/// If there are no jobs.
pub(super) fn run(
    program: &Path,
    place: Place<'_>,
    library_path: &str,
    jobs: &[Job],
    cancel: &Cancel,
) -> Result<Vec<Judged>, JudgeError> {
    let job = &jobs[0];
    let (ours, theirs) = UnixStream::pair().context("no socket for a test")?;
    let mut command = place.test(program);
    command
        .env_clear()
        .env("LD_LIBRARY_PATH", library_path)
        .env("DYLD_LIBRARY_PATH", library_path)
        .stdin(OwnedFd::from(theirs));
    let longest = STUCK + Duration::from_secs(job.seconds);
    let process = Process::start(&mut command, KEPT, cancel)?.for_no_longer_than(Some(longest));
    let seal = place.confinement.map(|confinement| (confinement.seal)(process.id())).unwrap_or_default();
    let tokens = |job: &Job| {
        process.give_time_anew();
        Tokens { pass: made_up(job), fail: made_up(job) }
    };
    let mut replies = channel::converse(&ours, jobs, &seal, tokens);
    drop(ours);
    let ended = process.wait()?;
    let ended_well = ended.status.success() && !ended.output.too_much;
    let passed = replies.iter().flatten().filter(|reply| reply.is_pass()).count();
    if jobs.len() > 1 && (ended.output.too_much || passed == jobs.len() && !ended_well) {
        // Nobody knows which of them it was.
        return run(program, place, library_path, &jobs[..1], cancel);
    }
    if jobs.len() > 1 && passed > 0 {
        replies.truncate(if ended_well { replies.len() } else { passed });
        return Ok(replies.into_iter().flatten().map(|reply| (reply.outcome, reply.programs)).collect());
    }
    let mut programs = Vec::new();
    let mut outcome = match replies.remove(0) {
        Ok(reply) if ended_well => {
            programs = reply.programs;
            reply.outcome
        }
        _ if ended.too_long => {
            let headline = format!("your code was still running after {} seconds", longest.as_secs());
            Outcome::Failed(Box::new(Finding::new(Kind::Hang, headline)))
        }
        Err(NoReply::NotBegun) => {
            let said = ended.output.text.trim();
            return Err(anyhow::anyhow!("a test cannot be started, it ends with {}: {said}", ended.status).into());
        }
        Ok(_) | Err(NoReply::Nothing) => Outcome::Failed(Box::new(ended_without_reply(&ended, job))),
    };
    // A model has captured what the learner's code prints; the rest is its own noise.
    if let Outcome::Failed(finding) = &mut outcome
        && finding.output.is_empty()
        && finding.interleaving.is_none()
    {
        finding.output = without_last_words(&ended.output.text);
    }
    Ok(vec![(outcome, programs)])
}

/// What the code printed, without what std says when a stack overflows: the headline says it, and the number of the
/// thread would be another one in each run.
fn without_last_words(output: &str) -> String {
    let last_words = ["has overflowed its stack", "fatal runtime error: stack overflow"];
    let is_of_the_code = |line: &&str| !last_words.iter().any(|words| line.contains(words));
    let lines: String = output.split_inclusive('\n').filter(is_of_the_code).collect();
    // std begins with an empty line.
    if lines.trim().is_empty() { String::new() } else { lines }
}

/// A token that nobody can guess.
fn made_up(job: &Job) -> String {
    let number = || RandomState::new().hash_one(&job.test);
    format!("{:016x}{:016x}", number(), number())
}

/// What it means that a test process has ended without a word.
fn ended_without_reply(ended: &Ended, job: &Job) -> Finding {
    let said = &ended.output.text;
    if ended.output.too_much {
        let most = super::process::MOST_OUTPUT / 1024 / 1024;
        return Finding::new(Kind::Output, format!("your code printed more than {most} MiB and was stopped"));
    }
    if said.contains("has overflowed its stack") {
        return Finding::new(
            Kind::Crash,
            "a thread overflowed its stack: a recursion is too deep for it, or does not end",
        );
    }
    if said.contains("non-unwinding panic") {
        let headline = "a thread panics while it unwinds from another panic (in a `drop`), which aborts the process";
        return Finding::new(Kind::Panic, headline);
    }
    if said.contains("memory allocation of") {
        let most = job.memory / 1024 / 1024;
        return Finding::new(
            Kind::Memory,
            format!("your code asked for more than {most} MiB of memory and was stopped"),
        );
    }
    // std gives up like this when a new thread finds no memory left for its own start.
    if ["alternative stack", "failed to spawn thread", "Cannot allocate memory"].iter().any(|text| said.contains(text))
    {
        return Finding::new(Kind::Threads, "your code starts more threads than can be alive at once");
    }
    match signal(ended.status) {
        Some(name) if name == "SIGXCPU" => {
            Finding::new(Kind::Hang, "your code used more processor time than allowed and was stopped")
        }
        Some(name) if name == "SIGSEGV" => {
            Finding::new(Kind::Crash, "your code crashed (SIGSEGV): most likely a recursion that does not end")
        }
        Some(name) => Finding::new(Kind::Crash, format!("your code crashed: the process was ended by {name}")),
        None => {
            let code = ended.status.code().unwrap_or_default();
            let headline = format!("your code ended the whole process (exit code {code}) before it had returned");
            Finding::new(Kind::EndedEarly, headline)
        }
    }
}

fn signal(status: ExitStatus) -> Option<String> {
    let number = status.signal()?;
    let name = signal_hook::low_level::signal_name(number);
    Some(name.map_or_else(|| format!("signal {number}"), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of tests that do what their names say, in one process.
    fn run_together(tests: &[&str]) -> Vec<String> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/judge/test_process.sh");
        let job = |test: &&str| Job {
            test: (*test).to_owned(),
            learner_file: String::new(),
            max_executions: 1,
            max_steps: 1,
            max_threads: 1,
            seconds: 60,
            cpu_seconds: 60,
            memory: 1 << 30,
            full_trace: false,
            replay: None,
        };
        let jobs: Vec<Job> = tests.iter().map(job).collect();
        let folder = tempfile::tempdir().unwrap();
        let place = Place { directory: folder.path(), confinement: None, tools: &[] };
        let judged = run(&program, place, "", &jobs, &Cancel::new()).unwrap();
        let said = |(outcome, _): Judged| match outcome {
            Outcome::Passed(_) => "passed".to_owned(),
            Outcome::Failed(finding) => finding.headline,
            Outcome::Replayed(_) => unreachable!("nobody asked for that"),
        };
        judged.into_iter().map(said).collect()
    }

    #[test]
    fn tests_that_hold_run_in_one_process() {
        assert_eq!(run_together(&["holds", "holds", "holds"]), ["passed"; 3]);
    }

    #[test]
    fn a_process_that_ends_badly_after_another_test_says_nothing_about_the_rest() {
        for (wrong, passes) in [("ends_the_process", 2), ("says_more", 3)] {
            assert_eq!(run_together(&["holds", "holds", wrong, "holds"]), vec!["passed"; passes], "{wrong}");
        }
    }

    #[test]
    fn the_first_that_fails_is_the_last() {
        assert_eq!(run_together(&["holds", "holds", "fails", "holds"]), ["passed", "passed", "it failed"]);
    }

    #[test]
    fn what_goes_wrong_at_first_counts() {
        let ended = "your code ended the whole process (exit code 3) before it had returned";
        assert_eq!(run_together(&["fails", "holds"]), ["it failed"]);
        assert_eq!(run_together(&["ends_the_process", "holds"]), [ended]);
        assert_eq!(run_together(&["spoils_the_end"]), [ended]);
    }

    #[test]
    fn a_process_that_ends_badly_after_all_tests_leaves_open_which_it_was() {
        assert_eq!(run_together(&["holds", "spoils_the_end"]), ["passed"]);
    }

    #[test]
    fn a_stack_overflow_leaves_only_what_the_code_printed() {
        let overflow =
            "\nthread 'crew-0' (13653) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
        assert_eq!(without_last_words(overflow), "");
        assert_eq!(without_last_words(&format!("half a line{overflow}")), "half a line\n");
    }
}
