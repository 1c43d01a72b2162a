//! Judges programs that must pass, and programs that must not, each in a process of its own as the checker does it.

mod cases;
mod learner;

use std::env;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, ExitCode, Stdio};

use report::channel::{self, Job, Tokens};
use report::{Kind, Outcome};
use threadlings_report as report;

/// Set for the processes that are judged.
const JUDGED: &str = "THREADLINGS_JUDGED";

/// A hidden test, and what must come of it.
struct Case {
    name: &'static str,
    test: fn(),
    expected: Expected,
}

/// What must come of a hidden test.
enum Expected {
    Passes,
    /// The kind, the headline, and the details.
    Fails(Kind, &'static str, &'static [&'static str]),
    /// The kind, the headline, and for each thread its name, the comment on its line, and its operation.
    Stuck(Kind, &'static str, &'static [(&'static str, Option<&'static str>, &'static str)]),
    /// The process ends without a word.
    Nothing,
}

fn main() -> ExitCode {
    if env::var_os(JUDGED).is_some() {
        let tests: Vec<(&str, fn())> = cases::CASES.iter().map(|case| (case.name, case.test)).collect();
        threadlings_native::main(&tests);
    }
    let filter = env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let mut code = ExitCode::SUCCESS;
    for case in cases::CASES.iter().filter(|case| case.name.contains(&filter)) {
        match verify(&case.expected, judge(case.name)) {
            Ok(()) => println!("ok      {}", case.name),
            Err(difference) => {
                println!("FAILED  {}: {difference}", case.name);
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

/// Has one test judged in a process of its own.
fn judge(test: &str) -> Option<Outcome> {
    let (ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    command.env(JUDGED, "1").stdin(OwnedFd::from(theirs)).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("this program starts");
    // It holds their end of the channel, which must close when the child ends.
    drop(command);
    // A case about processor time must not run into the limit on the time of the clock.
    let (seconds, cpu_seconds) = if test.starts_with("cpu_time/") { (60, 1) } else { (1, 60) };
    let job = Job {
        test: test.to_owned(),
        learner_file: learner::FILE.to_owned(),
        max_executions: 1,
        max_steps: 1,
        max_threads: 10,
        seconds,
        cpu_seconds,
        memory: 1 << 30,
        full_trace: false,
        replay: None,
    };
    let tokens = |_: &Job| Tokens { pass: "rose".to_owned(), fail: "bud".to_owned() };
    let replies = channel::converse(&ours, &[job], &[], tokens);
    child.wait().expect("the child ends");
    replies.into_iter().next()?.ok().map(|reply| reply.outcome)
}

/// Compares; returns what is different.
fn verify(expected: &Expected, outcome: Option<Outcome>) -> Result<(), String> {
    let seen = format!("{outcome:?}");
    let right = match (expected, outcome) {
        (Expected::Nothing, None) | (Expected::Passes, Some(Outcome::Passed(_))) => true,
        (Expected::Fails(kind, headline, details), Some(Outcome::Failed(finding))) => {
            // `{line of x}` stands for a number that changes with every edit of the file.
            let details: Vec<String> = details.iter().map(|detail| with_lines(detail)).collect();
            finding.kind == *kind && finding.headline == with_lines(headline) && finding.details == details
        }
        (Expected::Stuck(kind, headline, threads), Some(Outcome::Failed(finding))) => {
            let interleaving = finding.interleaving.unwrap_or_default();
            let seen = interleaving.blocked.iter().map(|blocked| {
                let name = interleaving.lanes[blocked.lane].name.as_str();
                (name, blocked.place.map(|place| place.line), blocked.operation.as_str())
            });
            let wanted =
                threads.iter().map(|(name, comment, operation)| (*name, comment.map(learner::line), *operation));
            // Only Linux tells where threads are.
            let threads_fit = !cfg!(target_os = "linux") || seen.eq(wanted);
            finding.kind == *kind && finding.headline == *headline && threads_fit
        }
        _ => false,
    };
    if right { Ok(()) } else { Err(seen) }
}

fn with_lines(text: &str) -> String {
    match text.split_once("{line of ").and_then(|(before, rest)| Some((before, rest.split_once('}')?))) {
        Some((before, (comment, after))) => format!("{before}{}{after}", learner::line(comment)),
        None => text.to_owned(),
    }
}
