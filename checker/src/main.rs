//! The `threadlings` command.

fn main() -> std::process::ExitCode {
    threadlings::cli::main().into()
}
