//! How the program ends.

/// The exit codes of every command, as documented in the README.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The answer passes, or the command did what it was asked to do.
    Success,
    /// The answer is wrong, or a verification found a difference.
    Failure,
    /// The command line, the course or a name in it is wrong.
    Usage,
    /// The environment is unfit: no rustc, another toolchain, a directory that cannot be written.
    Environment,
}

impl Exit {
    /// The code that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Failure => 1,
            Exit::Usage => 2,
            Exit::Environment => 3,
        }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// An error that ends the program with another code than [`Exit::Failure`].
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Stop {
    /// The code.
    pub exit: Exit,
    /// What happened, where, and what to do next.
    pub message: String,
}

impl Stop {
    /// The command line or the course is wrong.
    pub fn usage(message: impl Into<String>) -> Self {
        Stop { exit: Exit::Usage, message: message.into() }
    }

    /// The environment is unfit.
    pub fn environment(message: impl Into<String>) -> Self {
        Stop { exit: Exit::Environment, message: message.into() }
    }
}
