//! The channel on which a test process gets its job and hands back the outcome.
//!
//! It is a socket that the checker puts in the place of standard input. The process moves it away before any of the
//! learner's code runs, so that reading standard input finds its end and nothing else. The outcome is believed only
//! if it comes with the token that the checker has made up for it: one for a test that holds, another for one that does
//! not. The checker sends them when it hears that the test has ended, and a thread reads them that the learner's code
//! never runs on; see [`keeper`](crate::keeper). So a process that exits early, or prints what it likes, has said nothing.
//!
//! A line each: the [`Job`]s and the seal to the process; then for each job [`BEGUN`] and [`ENDED`] from it, the two
//! tokens to it, and the [`Reply`] from it. After the last reply, or the first that is not a pass, nothing more comes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::fd::OwnedFd;

use serde::{Deserialize, Serialize};

use crate::{Outcome, Schedule, limits};

/// What a test process is to do: one of those on the first line of the channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The hidden test, by its function's name.
    pub test: String,
    /// The learner's file as the compiler knows it, that is, as it stands in a `Location`.
    pub learner_file: String,
    /// Most executions to explore.
    pub max_executions: u64,
    /// Most scheduling points in one execution before it counts as going on for ever.
    pub max_steps: u64,
    /// Most threads alive at once.
    pub max_threads: u64,
    /// Seconds after which a native test counts as hanging.
    pub seconds: u64,
    /// Seconds of processor time, of all its threads together, after which a native test counts as hanging.
    pub cpu_seconds: u64,
    /// Most bytes of data memory.
    pub memory: u64,
    /// Whether the outcome shall hold every step, also those that do not matter.
    #[serde(default)]
    pub full_trace: bool,
    /// The one schedule to run, in the place of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replay: Option<Schedule>,
}

/// A job, and the test that it names.
pub type Assigned = (Job, fn());

/// A program that the learner has broken on purpose: it must fail, and compile once one text in it is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrokenProgram {
    /// The program.
    pub text: String,
    /// The text to replace.
    pub part: String,
    /// What to put in its place.
    pub replacement: String,
}

/// What the process says before the learner's code runs. Without it, what went wrong is not the learner's.
pub const BEGUN: &str = "begun";

/// What the process says when the test has ended, however that was.
pub const ENDED: &str = "ended";

/// Most bytes of an outcome: a whole trace fits easily.
const LARGEST_REPLY: u64 = 16 * 1024 * 1024;

/// What proves an outcome. Nobody but the checker knows them until the test has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Comes with [`Outcome::Passed`] and [`Outcome::Replayed`].
    pub pass: String,
    /// Comes with [`Outcome::Failed`].
    pub fail: String,
}

impl Tokens {
    /// The token that comes with that outcome.
    pub fn of(&self, outcome: &Outcome) -> &str {
        match outcome {
            Outcome::Passed(_) | Outcome::Replayed(_) => &self.pass,
            Outcome::Failed(_) => &self.fail,
        }
    }
}

/// Why there is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// The learner's code never ran.
    NotBegun,
    /// It ran, and the process ended without an outcome, or with one that nobody can believe.
    Nothing,
}

/// Speaks for the checker: hands the jobs out and waits for their outcomes, until the process has ended. `seal` is a
/// program for the kernel's filter of system calls, which the learner's code is not to get out of; if it is empty, there
/// is no such filter. `tokens` makes them up, for one job at a time.
///
/// Each entry is what is known of a job, in their order: passes, and at the end, unless all of them have passed, what is
/// not a pass. Where something comes after the last reply, nobody can believe that reply.
///
/// # Panics
/// Never: all that is sent is plain data.
pub fn converse(
    stream: impl Read + Write,
    jobs: &[Job],
    seal: &[u64],
    tokens: impl Fn(&Job) -> Tokens,
) -> Vec<Result<Reply, NoReply>> {
    let mut stream = BufReader::new(stream);
    let in_line = serde_json::to_string(jobs).expect("a job is plain data");
    let seal = serde_json::to_string(seal).expect("numbers are plain data");
    // A process that is gone already is noticed when nothing comes.
    let _ = stream.get_mut().write_all(format!("{in_line}\n{seal}\n").as_bytes());
    let mut replies = Vec::new();
    for job in jobs {
        replies.push(next_reply(&mut stream, &tokens(job)));
        if !replies.last().is_some_and(|reply| reply.as_ref().is_ok_and(Reply::is_pass)) {
            break;
        }
    }
    let surplus = !matches!(stream.read(&mut [0]), Ok(0) | Err(_));
    if surplus && let Some(last) = replies.last_mut() {
        *last = Err(NoReply::Nothing);
    }
    replies
}

fn next_reply(stream: &mut BufReader<impl Read + Write>, tokens: &Tokens) -> Result<Reply, NoReply> {
    if !said(stream, BEGUN) {
        return Err(NoReply::NotBegun);
    }
    if !said(stream, ENDED) {
        return Err(NoReply::Nothing);
    }
    let _ = stream.get_mut().write_all(format!("{}\n{}\n", tokens.pass, tokens.fail).as_bytes());
    let mut line = Vec::new();
    // What came before an error tells enough: the process has ended.
    let _ = stream.by_ref().take(LARGEST_REPLY).read_until(b'\n', &mut line);
    reply(&String::from_utf8_lossy(&line), tokens)
}

/// Whether the next thing that comes is this word on a line.
fn said(stream: &mut impl Read, word: &str) -> bool {
    let mut line = vec![0; word.len() + 1];
    stream.read_exact(&mut line).is_ok() && line.strip_suffix(b"\n") == Some(word.as_bytes())
}

fn reply(sent: &str, tokens: &Tokens) -> Result<Reply, NoReply> {
    let line = sent.strip_suffix('\n').ok_or(NoReply::Nothing)?;
    let reply: Reply = serde_json::from_str(line).map_err(|_| NoReply::Nothing)?;
    if reply.token == tokens.of(&reply.outcome) { Ok(reply) } else { Err(NoReply::Nothing) }
}

/// What the process hands back for a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The token that belongs to the outcome.
    pub token: String,
    /// How the test ended.
    pub outcome: Outcome,
    /// What the checker still has to compile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programs: Vec<BrokenProgram>,
}

impl Reply {
    /// Whether what the test demands held.
    pub fn is_pass(&self) -> bool {
        matches!(self.outcome, Outcome::Passed(_))
    }
}

/// The test process's end of the channel.
#[derive(Debug)]
pub struct Channel {
    input: BufReader<File>,
    output: File,
    seal: Vec<u64>,
}

impl Channel {
    /// Takes the channel out of standard input, finds the tests that are to be run, with the job of each, and keeps this
    /// process within the first job's limits from now on.
    ///
    /// # Errors
    /// If standard input is not the checker's socket, if there is no such test, or the system refuses the limits.
    pub fn open(tests: &[(&str, fn())]) -> io::Result<(Self, Vec<Assigned>)> {
        let input = above_standard(&io::stdin())?;
        let output = above_standard(&io::stdin())?;
        rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
        let mut channel = Channel { input: BufReader::new(input.into()), output: output.into(), seal: Vec::new() };
        let jobs: Vec<Job> = serde_json::from_str(&channel.line()?).map_err(io::Error::other)?;
        channel.seal = serde_json::from_str(&channel.line()?).map_err(io::Error::other)?;
        jobs.first().map_or(Ok(()), limits::set)?;
        let find = |job: Job| match tests.iter().find(|(name, _)| *name == job.test) {
            Some(&(_, test)) => Ok((job, test)),
            None => Err(io::Error::other(format!("there is no hidden test `{}`", job.test))),
        };
        Ok((channel, jobs.into_iter().map(find).collect::<io::Result<_>>()?))
    }

    /// Has the system end this process if it uses far more processor time than the job allows, whatever its threads do.
    /// For a judge that watches that time by itself.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn limit_cpu_time(job: &Job) -> io::Result<()> {
        limits::set_cpu(job)
    }

    pub(crate) fn seal(&self) -> Vec<u64> {
        self.seal.clone()
    }

    /// Says that the learner's code runs from now on.
    pub(crate) fn begin(&mut self) -> io::Result<()> {
        self.output.write_all(format!("{BEGUN}\n").as_bytes())
    }

    /// Hands the outcome of a job back.
    pub(crate) fn finish(&mut self, outcome: Outcome, programs: Vec<BrokenProgram>) -> io::Result<()> {
        self.output.write_all(format!("{ENDED}\n").as_bytes())?;
        let tokens = Tokens { pass: self.line()?, fail: self.line()? };
        let reply = Reply { token: tokens.of(&outcome).to_owned(), outcome, programs };
        let mut reply = serde_json::to_vec(&reply).map_err(io::Error::other)?;
        reply.push(b'\n');
        self.output.write_all(&reply)
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.input.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}

/// A copy of the descriptor with a number that no learner's code stumbles over.
fn above_standard(of: &impl std::os::fd::AsFd) -> io::Result<OwnedFd> {
    Ok(rustix::io::fcntl_dupfd_cloexec(of, 100)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Explored, Extent, Finding, Kind};

    fn tokens() -> Tokens {
        Tokens { pass: "rose".into(), fail: "bud".into() }
    }

    fn sent(token: &str, outcome: Outcome) -> String {
        let reply = Reply { token: token.into(), outcome, programs: Vec::new() };
        serde_json::to_string(&reply).unwrap() + "\n"
    }

    fn passed() -> Outcome {
        Outcome::Passed(Explored { executions: 1, extent: Extent::Once, threads: 0 })
    }

    #[test]
    fn an_outcome_needs_the_token_that_belongs_to_it() {
        let failed = || Outcome::Failed(Box::new(Finding::new(Kind::Panic, "x")));
        assert!(reply(&sent("rose", passed()), &tokens()).is_ok());
        assert!(reply(&sent("bud", failed()), &tokens()).is_ok());
        for other in [sent("bud", passed()), sent("rose", failed()), sent("", passed())] {
            assert_eq!(reply(&other, &tokens()), Err(NoReply::Nothing), "{other}");
        }
    }

    #[test]
    fn one_outcome_comes_and_nothing_else() {
        let whole = sent("rose", passed());
        for surplus in [format!("{whole}x"), format!("{whole}{whole}"), whole.trim_end().to_owned()] {
            assert_eq!(reply(&surplus, &tokens()), Err(NoReply::Nothing), "{surplus}");
        }
        assert_eq!(reply("", &tokens()), Err(NoReply::Nothing));
    }
}
