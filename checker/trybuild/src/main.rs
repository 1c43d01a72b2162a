//! trybuild, as `threadlings verify` asks it for its opinion about misuse programs.
//!
//! It prints and panics and takes the program that it calls from the variable `CARGO`, so it has a process of its own.
//! Learners never need it, so it is a program of its own, too.
//!
//! The process is started in the folder of a project, with the programs' files as arguments and the variables
//! `CARGO_MANIFEST_DIR` for that folder, `CARGO` for this program itself, `TRYBUILD=wip`, and `THREADLINGS_SAID` for a file
//! with what rustc has said about the programs, as cargo would print it. Where trybuild finds errors in `misuse/NAME.rs`, it
//! leaves them in `wip/NAME.stderr`. A file `done` says that it has gone through everything.

#![forbid(unsafe_code)]

mod stand_in;

use std::panic::catch_unwind;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // trybuild calls it with a command of cargo's.
    let answered = match arguments.first().is_some_and(|first| first.ends_with(".rs")) {
        true => go_through(&arguments),
        false => stand_in::answer(&arguments),
    };
    match answered {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn go_through(files: &[String]) -> std::io::Result<()> {
    let compiled = catch_unwind(|| {
        // All are handed over as programs that must be refused: asked for both sorts, trybuild compiles twice. Which of
        // them were refused is then seen by the texts that it leaves.
        let cases = trybuild::TestCases::new();
        files.iter().for_each(|file| cases.compile_fail(file));
    });
    // It panics where nothing is wrong: there are no texts to compare with. Only failing to start would be.
    let message = compiled.err().and_then(|payload| payload.downcast::<String>().ok());
    match message {
        Some(message) if !message.contains("test cases") && !message.contains(" tests failed") => {
            Err(std::io::Error::other(*message))
        }
        _ => std::fs::write("done", ""),
    }
}
