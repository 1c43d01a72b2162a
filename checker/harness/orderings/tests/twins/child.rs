//! Runs one program in a process of its own.

use real_std::env;
use real_std::os::fd::OwnedFd;
use real_std::os::unix::net::UnixStream;
use real_std::path::{Path, PathBuf};
use real_std::process::{Command, Stdio};

use threadlings_report::Outcome;
use threadlings_report::channel::{self, Job, Tokens};

/// The environment variable that makes this program the child.
pub(crate) const MARK: &str = "THREADLINGS_TWINS_CHILD";

/// The outcome of one program.
pub(crate) fn judge(test: &str) -> Outcome {
    let (ours, theirs) = UnixStream::pair().expect("a pair of sockets");
    let mut child = Command::new(env::current_exe().expect("this program has a path"))
        .args(["--exact", "child", "--nocapture"])
        .env(MARK, "1")
        .current_dir(source_root())
        .stdin(OwnedFd::from(theirs))
        .stdout(Stdio::null())
        .spawn()
        .expect("this program starts");
    let job = Job {
        test: test.to_owned(),
        learner_file: learner_file(test),
        max_executions: 100_000,
        max_steps: 1_000,
        max_threads: 5,
        seconds: 10,
        cpu_seconds: 10,
        memory: 1 << 30,
        full_trace: false,
        replay: None,
    };
    let tokens = |_: &Job| Tokens { pass: "rose".to_owned(), fail: "bud".to_owned() };
    let replies = channel::converse(&ours, &[job], &[], tokens);
    child.wait().expect("the child ends");
    let reply = replies.into_iter().next().and_then(Result::ok);
    reply.unwrap_or_else(|| panic!("{test} ended without an outcome")).outcome
}

/// The program's file, as the compiler calls it.
fn learner_file(test: &str) -> String {
    let name = test.split("::").next().expect("there is a first part");
    let programs = Path::new(file!()).with_file_name("programs");
    programs.join(name).with_extension("rs").to_string_lossy().into_owned()
}

/// The folder from which the compiler saw this file.
fn source_root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().find(|folder| folder.join(file!()).is_file());
    root.expect("the sources are where they were built").to_owned()
}
