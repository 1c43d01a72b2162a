//! The command line of authors: what `verify` and `merge` can be told.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::partition::Partition;

/// What to verify and how.
#[derive(Args, Clone, Debug)]
pub struct VerifyArguments {
    /// Exercises or chapters; without any, the whole course
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,
    /// How often to judge each file; every time must give the same finding
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub repeat: u32,
    /// Keep all cores busy meanwhile
    #[arg(long)]
    pub load: bool,
    /// Judge every file again, also those whose verdict is known
    #[arg(long)]
    pub no_cache: bool,
    /// Verify share K of N only; `threadlings merge` joins the reports of all shares
    #[arg(long, value_name = "K/N", default_value_t = Partition::WHOLE, hide_default_value = true)]
    pub partition: Partition,
    /// How to print the result
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Output,
}

/// What to join and how.
#[derive(Args, Clone, Debug)]
pub struct MergeArguments {
    /// The reports of all shares, or the folders that the shares of a class were graded into
    #[arg(required = true, value_name = "REPORT")]
    pub reports: Vec<PathBuf>,
    /// Where to write the whole: the folder for a class; for reports a file, or else standard output
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// How to print the result
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Output,
}

/// What the result of a verification can be printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// Text for people
    Human,
    /// JSON on one line, which `threadlings merge` reads
    Json,
    /// XML in the form of JUnit, for CI systems
    Junit,
    /// Annotations of GitHub Actions
    Github,
}

/// What else authors need.
#[derive(Subcommand, Clone, Debug)]
pub enum DevCommand {
    /// Look at the files of the course, without judging any
    ///
    /// Lists every place that breaks a rule: headers, hints, points, file layout, stray files, findings that no test
    /// makes, what learners get and the starter, manifests, lists of exercises, formatting, and what clippy says about
    /// the solutions. Exits with 1 if there is any.
    #[command(after_long_help = "Examples:\n  threadlings dev check\n  threadlings dev check --fix")]
    Check {
        /// Exercises or chapters; without any, the whole course
        #[arg(value_name = "NAME")]
        names: Vec<String>,
        /// Write manifests and lists of exercises, and format the files, before looking
        #[arg(long)]
        fix: bool,
    },

    /// Write everything a new exercise needs, ready to fill in
    #[command(after_long_help = "Example:\n  threadlings dev new 02_shared_state/my_counter")]
    New {
        /// The chapter and the name of the exercise; a chapter that is new is made
        #[arg(value_name = "CHAPTER/NAME")]
        path: String,
    },

    /// Declare what the starter and the wrong answers of an exercise are rejected with
    ///
    /// Shows the report of each that is rejected otherwise than it declares, asks, and writes what was found.
    #[command(after_long_help = "Example:\n  threadlings dev bless my_counter")]
    Bless {
        /// The exercise
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}
