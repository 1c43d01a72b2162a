//! The `threadlings-grade` command; `threadlings grade` calls it.

fn main() -> std::process::ExitCode {
    threadlings_grade::cli::main().into()
}
