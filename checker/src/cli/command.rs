//! The commands: what each can be told, and the help that says so.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::{DevCommand, MergeArguments, VerifyArguments};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Judge an exercise on every save (this is what happens without a command)
    ///
    /// Opens the exercise you are at, or the one you name, and judges it whenever you save its file. Keys answer at
    /// once, also while an answer hangs; press ? for what they do.
    #[command(after_long_help = "Examples:\n  threadlings watch\n  threadlings watch mutex_counter")]
    Watch {
        /// The exercise to open; without it, the one you are at
        name: Option<String>,
    },

    /// Judge one exercise once
    ///
    /// Prints the report and exits: 0 if the answer passes, 1 if it fails. Works without a terminal. A pass of the
    /// exercise's own file counts as progress; with --file nothing of yours is touched.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings run\n",
        "  threadlings run mutex_counter --replay\n",
        "  threadlings run mutex_counter --format json | jq .pass\n",
        "  threadlings run mutex_counter --file ~/attempts/second.rs",
    ))]
    Run {
        /// The exercise; without it, the one you are at
        name: Option<String>,
        /// Judge this file as the answer, touching neither exercises/ nor your progress
        #[arg(long, value_name = "PATH")]
        file: Option<PathBuf>,
        /// Show every step of the failing execution, also those that a report leaves out
        #[arg(long)]
        trace: bool,
        /// Run only the schedule that failed last, again, on the code as it is now
        #[arg(long)]
        replay: bool,
        #[command(flatten)]
        format: Format,
    },

    /// Show one step more of an exercise's hints
    ///
    /// The first call shows the first step, every further call one more. The last step still leaves the answer to you.
    #[command(after_long_help = "Examples:\n  threadlings hint\n  threadlings hint lost_wakeup")]
    Hint {
        /// The exercise; without it, the one you are at
        name: Option<String>,
    },

    /// List chapters and exercises, and which are solved
    #[command(after_long_help = "Examples:\n  threadlings list\n  threadlings list --format json | jq .chapters")]
    List {
        #[command(flatten)]
        format: Format,
    },

    /// Carry your progress to another clone, or bring it from there
    Progress {
        #[command(subcommand)]
        what: ProgressCommand,
    },

    /// Put an exercise back to how it was handed out
    ///
    /// Asks first, and keeps a copy of your answer in .threadlings/backups; the copy's path is printed. Your progress
    /// stays as it is.
    #[command(
        after_long_help = "Examples:\n  threadlings reset mutex_counter\n  threadlings reset mutex_counter --yes"
    )]
    Reset {
        /// The exercise
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },

    /// Print the solution of an exercise you have solved
    ///
    /// Solutions are commented and worth comparing with your own. Before you have solved the exercise, only --spoil
    /// shows its solution.
    #[command(
        after_long_help = "Examples:\n  threadlings solution mutex_counter\n  threadlings solution mutex_counter --spoil"
    )]
    Solution {
        /// The exercise
        name: String,
        /// Show it although the exercise is not solved
        #[arg(long)]
        spoil: bool,
    },

    /// Verify the course itself: for authors of exercises
    ///
    /// Every solution and every alternative must pass, every starter and every wrong answer must fail for the reason
    /// it declares. Lists what differs and exits with 1 if anything does. A file is judged again only if something
    /// that its verdict depends on has changed.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings verify\n",
        "  threadlings verify mutex_counter 04_channels\n",
        "  threadlings verify --repeat 50 --load\n",
        "  threadlings verify --course checker/bugs --repeat 1000 --load\n",
        "  threadlings verify --partition 2/5 --format json > share-2.json",
    ))]
    Verify(VerifyArguments),

    /// Join the shares that `verify --partition` or `grade --partition` have left
    ///
    /// Refuses shares that do not belong together: of different courses or options, with gaps, or overlapping. Exits
    /// with 1 if the whole holds a difference.
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings merge share-1.json share-2.json share-3.json --format github\n",
        "  threadlings merge graded-1 graded-2 --out graded",
    ))]
    Merge(MergeArguments),

    /// Write the course into a folder of yours
    ///
    /// For a threadlings that was installed with `cargo install`: the folder gets exercises, texts and what editors need,
    /// and threadlings works there without the clone. Called again, it brings what is new and leaves your answers alone.
    #[command(after_long_help = "Examples:\n  threadlings init\n  threadlings init ~/learn/threads")]
    Init {
        /// The folder; without it, `threadlings` in the current one
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },

    /// Say what is wrong with this machine or folder, and how to mend it
    ///
    /// Looks at toolchain, linker, folders, file watcher, terminal and sandbox. Exits with 3 if answers cannot be judged.
    #[command(after_long_help = "Example:\n  threadlings doctor")]
    Doctor,

    /// Write, check and declare exercises: for authors
    #[command(subcommand)]
    Dev(DevCommand),

    /// Grade a class: for instructors
    ///
    /// The grader is a program of its own, `threadlings-grade`. In a clone it is built when it is first needed.
    #[command(disable_help_flag = true)]
    Grade {
        /// What the grader is told; `threadlings grade --help` shows it
        #[arg(value_name = "ARGUMENTS", trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },

    /// Print a script that completes commands in your shell
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings completions bash > ~/.local/share/bash-completion/completions/threadlings\n",
        "  threadlings completions zsh > ~/.zfunc/_threadlings\n",
        "  threadlings completions fish > ~/.config/fish/completions/threadlings.fish",
    ))]
    Completions {
        /// The shell
        shell: Shell,
    },

    /// Print the manual page, of the whole or of one command
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings man | man -l -\n",
        "  threadlings man run > ~/.local/share/man/man1/threadlings-run.1",
    ))]
    Man {
        /// The command
        command: Option<String>,
    },
}

#[derive(Subcommand)]
pub(super) enum ProgressCommand {
    /// Print what you have solved
    #[command(after_long_help = "Example:\n  threadlings progress export > progress.toml")]
    Export,

    /// Add what was exported elsewhere; nothing that you have solved here is lost
    #[command(after_long_help = concat!(
        "Examples:\n",
        "  threadlings progress import progress.toml\n",
        "  ssh laptop 'cd threadlings && cargo run -q -- progress export' | threadlings progress import -",
    ))]
    Import {
        /// The file; - is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Args)]
pub(super) struct Format {
    /// Text for you, or JSON for a program
    #[arg(long = "format", value_name = "FORMAT", default_value = "human")]
    is: FormatName,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    /// Text for people
    Human,
    /// One line of JSON on standard output
    Json,
}

impl Format {
    /// Whether a program reads it.
    pub(super) fn is_json(&self) -> bool {
        self.is == FormatName::Json
    }
}
