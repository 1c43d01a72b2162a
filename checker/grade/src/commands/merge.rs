//! `threadlings merge`, for shares of a graded class.

use threadlings::exit::{Exit, Stop};

use super::finish::finish;
use crate::cli::MergeArguments;
use crate::{merge, output};

/// Joins shares and writes everything that is made of the record.
///
/// # Errors
/// If they do not belong together, or a folder cannot be read or written.
pub fn run(options: &MergeArguments) -> anyhow::Result<Exit> {
    let read = |share: &std::path::PathBuf| {
        let file = if share.is_dir() { share.join(output::RECORD) } else { share.clone() };
        let record = output::read(&file).map_err(|error| Stop::usage(format!("{error:#}")))?;
        Ok((share.display().to_string(), record))
    };
    let shares = options.shares.iter().map(read).collect::<Result<Vec<_>, Stop>>()?;
    let whole = merge::merge(shares).map_err(|error| Stop::usage(error.to_string()))?;
    finish(&whole, &options.out)
}
