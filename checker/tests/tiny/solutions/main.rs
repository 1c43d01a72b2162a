//! So that `cargo run` starts the course from this folder, too.

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match Command::new("threadlings").args(std::env::args_os().skip(1)).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("threadlings cannot be started: {error}. Is it installed, and in a folder of PATH?");
            ExitCode::from(3)
        }
    }
}
