//! The command line: what can be asked for, and how an answer or an error leaves the program.

mod author;
mod command;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, ValueEnum};
use clap_mangen::Man;
use colored::Colorize;

pub use author::{DevCommand, MergeArguments, Output, VerifyArguments};
use command::{Command, ProgressCommand};

use crate::commands;
use crate::commands::run::RunOptions;
use crate::course::{Course, CourseError, INFO};
use crate::exit::{Exit, Stop};
use crate::installed;

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
        Command::Run { name, file, trace, replay, format } => {
            commands::run::run(&course()?, name.as_deref(), &RunOptions { file, json: format.is_json(), trace, replay })
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
