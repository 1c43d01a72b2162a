//! `threadlings merge`, for shares of a graded class.

use threadlings::exit::Exit;

use crate::cli::MergeArguments;

/// Joins shares and writes everything that is made of the record.
///
/// # Errors
/// If they do not belong together, or a folder cannot be read or written.
pub fn run(_options: &MergeArguments) -> anyhow::Result<Exit> {
    anyhow::bail!("shares cannot be joined yet")
}
