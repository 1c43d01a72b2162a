//! The `threadlings-grade` command; `threadlings grade` calls it.

fn main() -> std::process::ExitCode {
    // Called for every process of every answer, so it comes first.
    if let Some(code) = threadlings_grade::sandbox::confine::if_called() {
        return code;
    }
    threadlings_grade::cli::main().into()
}
