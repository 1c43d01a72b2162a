//! So that `cargo run` starts the course from this folder, too.

fn main() -> std::process::ExitCode {
    threadlings::cli::main().into()
}
