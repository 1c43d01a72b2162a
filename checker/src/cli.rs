//! The command line: what can be asked for, and how an answer or an error leaves the program.

mod author;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use clap_mangen::Man;
use colored::Colorize;

use crate::commands::run::RunOptions;
pub use author::{DevCommand, MergeArguments, Output, VerifyArguments};

use crate::commands;
use crate::course::{Course, CourseError, INFO};
use crate::exit::{Exit, Stop};
use crate::installed;
use crate::judge::misuse;

/// Learn concurrency in Rust: solve small exercises in your own editor.
///
/// Without a command, threadlings watches: it opens the first exercise you have not solved, judges it whenever you
/// save, and explains what it found. Exercises lie in exercises/ and are ordinary Rust files.
///
/// Every answer is judged over all thread schedules that matter, not by running it once: the verdict on a file is
/// the same every time.
#[derive(Parser)]
#[command(name = "threadlings", version, disable_help_subcommand = true, after_help = EXIT_CODES)]
#[command(after_long_help = concat!(
    "Examples:\n",
    "  threadlings                      watch the exercise you are at\n",
    "  threadlings run                  judge it once, for scripts and pipes\n",
    "  threadlings hint                 one more step of help\n",
    "  threadlings list                 everything there is, and how far you are\n\n",
    "Exit codes:\n",
    "  0  the answer passes, or the command did what you asked for\n",
    "  1  the answer fails, or a verification found a difference\n",
    "  2  the command line, the course or a name in it is wrong\n",
    "  3  the environment is unfit: no rustc, another toolchain, a folder that cannot be written",
))]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// The folder of the course; without it, the one the current folder lies in
    #[arg(long, global = true, value_name = "PATH")]
    course: Option<PathBuf>,

    /// When to print colours: `auto` does in a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto", hide_possible_values = true)]
    color: When,
}

/// When to print colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always, in a pipe as well
    Always,
    /// Never
    Never,
}

#[derive(Subcommand)]
enum Command {
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

    /// What a check calls to have programs compiled that must be refused
    #[command(name = misuse::RUNNER, hide = true)]
    MisuseRunner {
        /// The programs
        files: Vec<String>,
    },
}

#[derive(Subcommand)]
enum ProgressCommand {
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
struct Format {
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
    fn is_json(&self) -> bool {
        self.is == FormatName::Json
    }
}

/// The command line, for whoever wants to know whether something can be called.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Does what the command line asks for. Errors have been printed when it returns.
pub fn main() -> Exit {
    if let Some(answered) = misuse::answer_as_cargo() {
        return if answered { Exit::Success } else { Exit::Failure };
    }
    let arguments = match parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader that has gone wants no help.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    decide_colours(arguments.color, &io::stdout());
    let result =
        run(arguments.command.unwrap_or(Command::Watch { name: None }), arguments.course.as_deref(), arguments.color);
    commands::end_if_signalled();
    match result {
        Ok(exit) => exit,
        Err(error) if is_broken_pipe(&error) => Exit::Success,
        Err(error) => {
            decide_colours(arguments.color, &io::stderr());
            commands::print::note(&format!("{} {error:#}", "error:".red().bold()));
            exit_of(&error)
        }
    }
}

fn parse() -> Result<Arguments, clap::Error> {
    // What --help looks like is decided before the arguments are known.
    let plain = std::env::args().any(|argument| argument == "--color=never");
    let choice = if plain { ColorChoice::Never } else { ColorChoice::Auto };
    let mut command = Arguments::command().color(choice);
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

fn run(command: Command, folder: Option<&Path>, color: When) -> anyhow::Result<Exit> {
    let course = || self::course(folder);
    match command {
        Command::Watch { name } => crate::watch::run(&course()?, name.as_deref()),
        Command::Run { name, file, trace, format } => {
            commands::run::run(&course()?, name.as_deref(), &RunOptions { file, json: format.is_json(), trace })
        }
        Command::Hint { name } => commands::hint::run(&course()?, name.as_deref()),
        Command::List { format } => commands::list::run(&course()?, format.is_json()),
        Command::Progress { what: ProgressCommand::Export } => commands::progress::export(&course()?),
        Command::Progress { what: ProgressCommand::Import { file } } => commands::progress::import(&course()?, &file),
        Command::Completions { shell } => print_generated(|out| {
            clap_complete::generate(shell, &mut Arguments::command(), NAME, out);
            Ok(())
        }),
        Command::Man { command } => {
            let page = manual(command.as_deref())?;
            print_generated(|out| page.render(out))
        }
        Command::Reset { name, yes } => commands::reset::run(&course()?, &name, yes),
        Command::Solution { name, spoil } => commands::solution::run(&course()?, &name, spoil),
        Command::Verify(arguments) => commands::verify::run(&authored(course()?)?, &arguments),
        Command::Merge(arguments) => commands::merge::run(folder, color_option(color), &arguments),
        Command::Doctor => commands::doctor::run(course()),
        Command::Init { folder } => commands::init::run(folder.as_deref()),
        Command::Dev(DevCommand::Check { names, fix }) => {
            commands::dev::check::run(course().and_then(authored), &names, fix)
        }
        Command::Dev(DevCommand::New { path }) => commands::dev::new::run(folder, &path),
        Command::Dev(DevCommand::Bless { name, yes }) => commands::dev::bless::run(&authored(course()?)?, &name, yes),
        Command::Grade { arguments } => commands::grade::run(folder, color_option(color), &arguments),
        Command::MisuseRunner { files } => {
            misuse::runner(&files);
            Ok(Exit::Success)
        }
    }
}

/// Prints what is written into the buffer.
fn print_generated(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> anyhow::Result<Exit> {
    let mut text = Vec::new();
    write(&mut text)?;
    commands::print::out(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Success)
}

/// The manual page of the whole or of one command.
fn manual(command: Option<&str>) -> Result<Man, Stop> {
    let mut whole = Arguments::command();
    whole.build();
    let Some(name) = command else { return Ok(Man::new(whole)) };
    let found = whole.find_subcommand(name).filter(|command| !command.is_hide_set());
    let found =
        found.ok_or_else(|| Stop::usage(format!("there is no command `{name}`. `{NAME} --help` lists them.")))?;
    Ok(Man::new(found.clone()))
}

/// The course in that folder, or the one that the current folder lies in.
///
/// # Errors
/// If there is none, or if it is broken.
pub fn course(folder: Option<&Path>) -> anyhow::Result<Course> {
    if let Some(folder) = folder {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        return read_course(&folder);
    }
    let here = std::env::current_dir()
        .map_err(|error| Stop::environment(format!("the current folder cannot be read: {error}. Go to your clone.")))?;
    read_course(Course::root_of(&here)?)
}

/// The course, if all of it lies here and not only what learners edit.
fn authored(course: Course) -> anyhow::Result<Course> {
    if course.is_apart() {
        let message = "only the exercises are here; the course comes with the program. Authors call this in a clone.";
        return Err(Stop::usage(message).into());
    }
    Ok(course)
}

/// The course in that folder, be it a whole one or a learner's, to which this program brings the rest.
fn read_course(root: &Path) -> anyhow::Result<Course> {
    if !root.join(INFO).exists() && root.join(installed::MARKER).exists() {
        return Ok(Course::read_apart(&installed::home()?, root)?);
    }
    Ok(Course::read(root)?)
}

/// Decides whether what is printed there from now on has colours.
pub fn decide_colours(when: When, out: &impl IsTerminal) {
    colored::control::set_override(colourful(when, out.is_terminal()));
}

/// The option by which another of our programs is told the same.
fn color_option(when: When) -> Option<&'static str> {
    match when {
        When::Auto => None,
        When::Always => Some("--color=always"),
        When::Never => Some("--color=never"),
    }
}

fn colourful(when: When, terminal: bool) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && !dumb && !is_set("NO_COLOR"),
    }
}

/// Whether somebody who read what was printed has gone, which is no error.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// How an error ends the program.
pub fn exit_of(error: &anyhow::Error) -> Exit {
    if let Some(stop) = error.downcast_ref::<Stop>() {
        stop.exit
    } else if error.is::<CourseError>() {
        Exit::Usage
    } else {
        Exit::Environment
    }
}

/// The name of the program.
const NAME: &str = "threadlings";

const EXIT_CODES: &str =
    "Exit codes: 0 pass, 1 the answer or a verification fails, 2 usage, 3 the environment is unfit";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn errors_end_the_program_with_their_code() {
        assert_eq!(exit_of(&Stop::usage("no").into()), Exit::Usage);
        assert_eq!(exit_of(&Stop { exit: Exit::Failure, message: "no".into() }.into()), Exit::Failure);
        assert_eq!(exit_of(&CourseError::NotFound("/".into()).into()), Exit::Usage);
        assert_eq!(exit_of(&anyhow::anyhow!("disk full")), Exit::Environment);
    }

    #[test]
    fn colours_need_a_terminal_or_a_wish() {
        assert!(!colourful(When::Auto, false));
        assert!(colourful(When::Always, false));
        assert!(!colourful(When::Never, true));
    }
}
