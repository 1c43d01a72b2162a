//! The command line.

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use colored::Colorize;
use threadlings::cli::{self, When};
use threadlings::commands;
use threadlings::exit::Exit;

use crate::commands::{grade, merge};
use crate::record::Share;

/// Grade a class: judge what students handed in, and write gradebook, pages and feedback.
#[derive(Parser)]
#[command(name = "threadlings", bin_name = "threadlings", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The folder of the course; without it, the one the current folder lies in
    #[arg(long, global = true, value_name = "PATH")]
    course: Option<PathBuf>,

    /// When to print colours: `auto` does in a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto", hide_possible_values = true)]
    color: When,
}

#[derive(Subcommand)]
enum Command {
    Grade(Box<GradeArguments>),
    Merge(MergeArguments),
}

/// Grade a class
///
/// SUBMISSIONS holds a folder or an archive (zip, tar.gz) for each student, with answers in the layout of the course or
/// flat by name. Each distinct answer is judged once, in a sandbox. A run that was stopped goes on where it was when it
/// is called again.
///
/// DIR gets gradebook.json with everything that is known, and what is made of it: gradebook.csv and wide.csv,
/// index.html with a page for each student, feedback/ to hand back, junit.xml, github/, gradescope/ and classroom50/.
#[derive(Args, Clone, Debug)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  threadlings grade submissions --out graded\n",
    "  threadlings grade submissions --out graded --only 01_threads --only mutex_counter\n",
    "  threadlings grade submissions --out graded --roster class.csv --times times.csv \\\n",
    "      --due '2026-03-01 23:59' --grace 15m --late-per-day 10\n",
    "  threadlings grade submissions --out share-2 --partition 2/5\n\n",
    "Exit codes:\n",
    "  0  the class is graded\n",
    "  1  it is graded except for answers at which the grader failed (of shares, `merge` says so)\n",
    "  2  the command line, the course, or a file named there is wrong\n",
    "  3  the environment is unfit: no sandbox, no rustc, a folder that cannot be written",
))]
pub struct GradeArguments {
    /// The folder with a folder or an archive for each student
    pub submissions: PathBuf,

    /// Where gradebook, pages and feedback are written
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,

    /// Grade this exercise, or all of this chapter; may be repeated. Without it, the whole course
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,

    /// Extensions, overrides, deadlines, points and weights in one TOML file, which is never written.
    /// Without it, DIR/policy.toml if there is one
    #[arg(long, value_name = "FILE", help_heading = "Points")]
    pub policy: Option<PathBuf>,

    /// What an exercise, or each exercise of a chapter, is worth; may be repeated
    #[arg(long, value_name = "NAME=POINTS", help_heading = "Points")]
    pub points: Vec<String>,

    /// Multiply the points of an exercise or a chapter; may be repeated
    #[arg(long, value_name = "NAME=FACTOR", help_heading = "Points")]
    pub weight: Vec<String>,

    /// Names of the students, as CSV: student (the folder's name), name, and if you like email and section
    #[arg(long, value_name = "FILE", help_heading = "Class")]
    pub roster: Option<PathBuf>,

    /// Put numbers in the place of names everywhere; DIR-names.csv, beside DIR, says who is who
    #[arg(long, help_heading = "Class")]
    pub anonymize: bool,

    /// When each student handed in, as CSV: student, time, and if you like exercise
    #[arg(long, value_name = "FILE", help_heading = "Late work")]
    pub times: Option<PathBuf>,

    /// The deadline, as in '2026-03-01 23:59' (UTC) or 2026-03-01T23:59:00+01:00
    #[arg(long, value_name = "TIME", help_heading = "Late work")]
    pub due: Option<String>,

    /// How much later still counts as in time: 15m, 2h, 1d
    #[arg(long, value_name = "DURATION", help_heading = "Late work")]
    pub grace: Option<String>,

    /// Percent of an exercise's points that each day that has begun costs
    #[arg(long, value_name = "PERCENT", help_heading = "Late work")]
    pub late_per_day: Option<f64>,

    /// The most percent that lateness can cost (100)
    #[arg(long, value_name = "PERCENT", help_heading = "Late work")]
    pub late_most: Option<f64>,

    /// A folder with hidden tests of your own, in the layout of checker/hidden (CHAPTER/EXERCISE/tests.rs): an answer
    /// must pass them after the course's
    #[arg(long, value_name = "DIR", help_heading = "Judging")]
    pub private: Option<PathBuf>,

    /// Where there are private tests for an exercise, the course's do not count
    #[arg(long, requires = "private", help_heading = "Judging")]
    pub private_only: bool,

    /// How many answers are judged at the same time; without it, one for each core
    #[arg(short, long, value_name = "N", help_heading = "Judging")]
    pub jobs: Option<NonZeroU32>,

    /// Most seconds that a hidden test may take; without it, what the exercise allows
    #[arg(long, value_name = "N", help_heading = "Judging")]
    pub seconds: Option<NonZeroU32>,

    /// Most seconds that compiling an answer may take
    #[arg(long, value_name = "N", help_heading = "Judging")]
    pub compile_seconds: Option<NonZeroU32>,

    /// Most memory in MiB that a hidden test, or the compilation of an answer, may use
    #[arg(long, value_name = "MIB", help_heading = "Judging")]
    pub memory: Option<NonZeroU32>,

    /// Judge share K of N only; `threadlings merge` joins the shares
    #[arg(long, value_name = "K/N", value_parser = share, help_heading = "Judging")]
    pub partition: Option<Share>,

    /// Judge every answer again, also those that are known from an earlier run
    #[arg(long, help_heading = "Judging")]
    pub fresh: bool,

    /// Grade although this machine cannot seal the code in: you vouch for it
    #[arg(long, help_heading = "Judging")]
    pub trust_code: bool,
}

/// Join the shares of a class that was graded with --partition
///
/// Refuses shares that do not belong together: of different courses or settings, with gaps, or overlapping.
#[derive(Args, Clone, Debug)]
#[command(after_long_help = "Example:\n  threadlings merge share-1 share-2 share-3 --out graded")]
pub struct MergeArguments {
    /// The folders that the shares were written to
    #[arg(required = true, value_name = "DIR")]
    pub shares: Vec<PathBuf>,

    /// Where the whole is written
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// `2/5`
fn share(text: &str) -> Result<Share, String> {
    let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
    match parts {
        Some((number, of)) if number <= of => Ok(Share { number, of }),
        _ => Err("say which share of how many, as in 2/5".into()),
    }
}

/// The command line, for whoever wants to know whether something can be called.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Does what the command line asks for. Errors have been printed when it returns.
pub fn main() -> Exit {
    let arguments = match parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader that has gone wants no help.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    cli::decide_colours(arguments.color, &std::io::stdout());
    let course = || cli::course(arguments.course.as_deref());
    let result = match &arguments.command {
        Command::Grade(options) => course().and_then(|course| grade::run(&course, options)),
        Command::Merge(options) => merge::run(options),
    };
    match result {
        Ok(exit) => exit,
        Err(error) if cli::is_broken_pipe(&error) => Exit::Success,
        Err(error) => {
            cli::decide_colours(arguments.color, &std::io::stderr());
            commands::print::note(&format!("{} {error:#}", "error:".red().bold()));
            commands::end_if_signalled();
            cli::exit_of(&error)
        }
    }
}

fn parse() -> Result<Arguments, clap::Error> {
    let mut command = Arguments::command();
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_share_is_one_of_so_many() {
        let share = |text| super::share(text).ok().map(|share| (share.number.get(), share.of.get()));
        assert_eq!(share("2/5"), Some((2, 5)));
        assert_eq!(share("1/1"), Some((1, 1)));
        for wrong in ["", "2", "0/5", "6/5", "1/0", "-1/2", "1/2/3", "a/b"] {
            assert_eq!(share(wrong), None, "{wrong}");
        }
    }
}
