//! One hidden test in a process of its own.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

use anyhow::Context;
use threadlings_report::channel::{BrokenProgram, Job, Reply};
use threadlings_report::{Finding, Kind, Outcome};

use super::process::{Ended, Process};
use super::{Cancel, JudgeError};

/// Most bytes of a test's output that a report shows.
const KEPT: usize = 64 * 1024;

/// Most bytes of an outcome: a whole trace fits easily.
const LARGEST_REPLY: u64 = 16 * 1024 * 1024;

/// A judge that says nothing for so long is stuck, however slow the machine is. The verdict of a working judge comes
/// long before, from budgets that count executions and steps.
const STUCK: Duration = Duration::from_secs(90);

/// Runs one hidden test; returns how it ended, and the programs that it hands over.
///
/// `directory` is the process's working directory: paths in the job are relative to it.
pub(super) fn run(
    program: &Path,
    directory: &Path,
    library_path: &str,
    job: &Job,
    cancel: &Cancel,
) -> Result<(Outcome, Vec<BrokenProgram>), JudgeError> {
    let (ours, theirs) = UnixStream::pair().context("no socket for a test")?;
    let mut command = Command::new(program);
    command
        .current_dir(directory)
        .env_clear()
        .env("LD_LIBRARY_PATH", library_path)
        .env("DYLD_LIBRARY_PATH", library_path)
        .stdin(OwnedFd::from(theirs));
    let process = Process::start(&mut command, KEPT, cancel)?;
    // A word that the test cannot know before it has ended: it is read only then.
    let word = format!("{:x}", std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), &job.test));
    let reply = talk(&ours, job, &word);
    if reply.is_err() {
        process.kill();
    }
    drop(ours);
    let ended = process.wait()?;
    if ended.output.text.contains("error while loading shared libraries") {
        return Err(anyhow::anyhow!("a test cannot be started: {}", ended.output.text.trim()).into());
    }
    let mut programs = Vec::new();
    let mut outcome = match reply {
        Ok(Some(reply)) if reply.word == word && !ended.output.too_much => {
            programs = reply.programs;
            reply.outcome
        }
        Ok(_) => Outcome::Failed(Box::new(ended_without_reply(&ended, job))),
        Err(Silent) => Outcome::Failed(Box::new(Finding::new(
            Kind::Hang,
            format!("your code was still running after {} seconds", STUCK.as_secs()),
        ))),
    };
    // A model has captured what the learner's code prints; the rest is its own noise.
    if let Outcome::Failed(finding) = &mut outcome
        && finding.output.is_empty()
        && finding.interleaving.is_none()
    {
        finding.output = without_last_words(&ended.output.text);
    }
    Ok((outcome, programs))
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

/// The process is alive and does not answer.
struct Silent;

/// Sends the job and waits for the reply; none means that the process has ended, or speaks nonsense.
fn talk(ours: &UnixStream, job: &Job, word: &str) -> Result<Option<Reply>, Silent> {
    let mut request = serde_json::to_string(job).expect("a job is plain data");
    request.push_str(&format!("\n{word}\n"));
    if (&mut &*ours).write_all(request.as_bytes()).is_err() || ours.set_read_timeout(Some(STUCK)).is_err() {
        return Ok(None);
    }
    let mut line = String::new();
    match BufReader::new(ours.take(LARGEST_REPLY)).read_line(&mut line) {
        Ok(_) => Ok(serde_json::from_str(&line).ok()),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Err(Silent),
        Err(_) => Ok(None),
    }
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

    #[test]
    fn a_stack_overflow_leaves_only_what_the_code_printed() {
        let overflow =
            "\nthread 'crew-0' (13653) has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
        assert_eq!(without_last_words(overflow), "");
        assert_eq!(without_last_words(&format!("half a line{overflow}")), "half a line\n");
    }
}
