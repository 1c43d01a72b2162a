//! Calling rustc, without cargo in between.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;

use serde::Deserialize;
use signal_hook::consts::{SIGKILL, SIGSEGV, SIGXCPU};
use threadlings_report::{Finding, Kind};

use super::confinement::Place;
use super::engines::Engines;
use super::process::{Ended, Process};
use super::{Cancel, JudgeError};
use crate::verdict::CompilerErrors;

/// How much of what rustc says is read, in bytes.
const KEPT: usize = 1024 * 1024;

/// One call of rustc.
#[derive(Debug)]
pub(super) struct Compile<'a> {
    /// The tools.
    pub(super) engines: &'a Engines,
    /// Where rustc runs and writes; files are named from here, so that messages and locations show short names.
    pub(super) directory: &'a Path,
    /// The root of the crate, from `directory`.
    pub(super) file: &'a Path,
    /// The name of the crate.
    pub(super) name: &'a str,
    /// What else rustc is told.
    pub(super) options: Vec<String>,
    /// Crates it may use: name and library.
    pub(super) externs: Vec<(&'a str, &'a Path)>,
}

/// An error or a warning of rustc's.
#[derive(Debug, Deserialize)]
pub(super) struct Diagnostic {
    /// The first line, without code.
    pub(super) message: String,
    code: Option<Code>,
    level: String,
    /// Where.
    pub(super) spans: Vec<Span>,
    /// What rustc adds in its notes.
    #[serde(default)]
    pub(super) children: Vec<Note>,
    rendered: Option<String>,
}

/// A note or help that belongs to an error.
#[derive(Debug, Deserialize)]
pub(super) struct Note {
    /// Its first line.
    pub(super) message: String,
    /// Where.
    pub(super) spans: Vec<Span>,
}

/// A bound in the answer that a use of the answer does not meet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bound {
    /// The item that has the bound.
    pub(super) item: String,
    /// The bound as it is written there: `Sync`.
    pub(super) text: String,
    /// Its line.
    pub(super) line: u32,
}

#[derive(Debug, Deserialize)]
struct Code {
    code: String,
}

/// A place that a diagnostic is about.
#[derive(Debug, Deserialize)]
pub(super) struct Span {
    /// The file, as rustc was told it.
    pub(super) file_name: String,
    /// The line, from 1.
    pub(super) line_start: u32,
    /// The line it ends on.
    pub(super) line_end: u32,
    is_primary: bool,
    /// What rustc says about this place.
    pub(super) label: Option<String>,
    #[serde(default)]
    text: Vec<SpanText>,
    /// The macro it is in, if any.
    expansion: Option<Box<Expansion>>,
}

/// What a macro has become.
#[derive(Debug, Deserialize)]
struct Expansion {
    /// Where it is called.
    span: Span,
}

/// A source line of a span, and which of its characters, from 1, belong to it.
#[derive(Debug, Deserialize)]
struct SpanText {
    text: String,
    highlight_start: usize,
    highlight_end: usize,
}

/// A module with an error that rustc finds in its last pass. Where it is found, no earlier error has kept rustc from
/// looking for others.
pub(super) const LAST_ERROR: &str = "mod last_error { fn drop_twice(text: String) { drop(text); drop(text) } }\n";
/// The code of that error.
pub(super) const LAST_ERROR_CODE: &str = "E0382";

/// How rustc ended.
#[derive(Debug)]
pub(super) enum Compiled {
    /// With a crate.
    Done,
    /// With errors.
    Refused(Vec<Diagnostic>),
    /// Not by itself: what it was to compile was too much for it.
    Stopped(Box<Finding>),
}

/// How soon somebody waits for what rustc says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Importance {
    /// At once.
    Urgent,
    /// When there is nothing more urgent to do.
    Usual,
}

/// A crate whose interface is known while its code may still be on its way.
#[derive(Debug)]
pub(super) struct Compiling {
    /// None if the compiler has ended.
    process: Option<Process>,
}

/// What rustc says as soon as it has looked at the whole crate.
#[derive(Debug)]
pub(super) enum Analysed {
    /// No errors so far: other crates can be compiled against the metadata.
    Sound(Compiling),
    /// With errors.
    Refused(Vec<Diagnostic>),
    /// See [`Compiled::Stopped`].
    Stopped(Box<Finding>),
}

/// Part of the line in which rustc says that the metadata is written. What it quotes has other quotation marks.
const METADATA: &[u8] = br#","emit":"metadata"}"#;

/// Code that rustc quotes fits a page of 80 columns with its margins.
const DIAGNOSTIC_WIDTH: &str = "--diagnostic-width=78";

impl Compile<'_> {
    /// Runs rustc to its end.
    pub(super) fn run(&self, cancel: &Cancel) -> Result<Compiled, JudgeError> {
        let process = Process::start(&mut self.command(), KEPT, cancel)?;
        end(process.for_no_longer_than(self.place().compile_time()))
    }

    /// Runs rustc until it has found the errors or written the metadata, which it must be told to write.
    pub(super) fn analyse(&self, importance: Importance, cancel: &Cancel) -> Result<Analysed, JudgeError> {
        let (written, metadata) = mpsc::channel();
        let mut command = self.command();
        command.arg("--json=artifacts");
        let process = Process::start_watched(&mut command, KEPT, cancel, move |said| {
            if said.windows(METADATA.len()).any(|part| part == METADATA) {
                // Said once more with everything that comes after it, which nobody waits for.
                let _ = written.send(());
            }
        })?;
        if importance == Importance::Usual {
            process.give_way();
        }
        let process = process.for_no_longer_than(self.place().compile_time());
        match metadata.recv() {
            Ok(()) => Ok(Analysed::Sound(Compiling { process: Some(process) })),
            Err(_) => match end(process)? {
                Compiled::Done => Ok(Analysed::Sound(Compiling { process: None })),
                Compiled::Refused(errors) => Ok(Analysed::Refused(errors)),
                Compiled::Stopped(finding) => Ok(Analysed::Stopped(finding)),
            },
        }
    }

    fn command(&self) -> Command {
        let mut command = self.engines.toolchain().compiler(self.place(), &[]);
        command
            .arg(self.file)
            .args([
                "--edition=2024",
                "--crate-name",
                self.name,
                "--error-format=json",
                "--json=diagnostic-rendered-ansi",
                // Otherwise rustc asks the terminal that it happens to find.
                DIAGNOSTIC_WIDTH,
            ])
            .args(["-Cprefer-dynamic", "-Cembed-bitcode=no", "-Awarnings", "--out-dir=."])
            .arg("-L")
            .arg(format!("dependency={}", self.engines.dependencies().display()))
            .args(&self.options)
            // rustc would also look for a RUSTC_LOG and print what it says there.
            .env_remove("RUSTC_LOG")
            .stdin(Stdio::null());
        for (name, library) in &self.externs {
            command.arg("--extern").arg(format!("{name}={}", library.display()));
        }
        command
    }

    fn place(&self) -> Place<'_> {
        self.engines.place(self.directory)
    }
}

impl Compiling {
    /// Waits until the code is there. Few errors come so late.
    pub(super) fn end(self) -> Result<Compiled, JudgeError> {
        self.process.map_or(Ok(Compiled::Done), end)
    }
}

/// Waits for the end of a rustc.
fn end(process: Process) -> Result<Compiled, JudgeError> {
    let ended = process.wait()?;
    if ended.status.success() {
        return Ok(Compiled::Done);
    }
    let diagnostics = ended.output.text.lines().filter_map(|line| serde_json::from_str::<Diagnostic>(line).ok());
    let errors: Vec<Diagnostic> = diagnostics.filter(Diagnostic::is_error).collect();
    if errors.is_empty() {
        if let Some(finding) = stopped(&ended) {
            return Ok(Compiled::Stopped(Box::new(finding)));
        }
        let said: String = ended.output.text.chars().take(2000).collect();
        return Err(anyhow::anyhow!("rustc ended with {} and said: {said}", ended.status).into());
    }
    Ok(Compiled::Refused(errors))
}

/// What it means that a rustc has ended without saying what is wrong, if that is the code's doing.
fn stopped(ended: &Ended) -> Option<Finding> {
    let said = &ended.output.text;
    let signal = ended.status.signal();
    let is = |number: i32| signal == Some(number);
    let says = |words: &[&str]| words.iter().any(|words| said.contains(words));
    if ended.too_long || is(SIGXCPU) {
        return Some(Finding::new(Kind::Hang, "the compiler does not come to an end with your code"));
    }
    if ended.output.too_much {
        return Some(Finding::new(
            Kind::Output,
            "the compiler has more to say about your code than anybody could read",
        ));
    }
    if is(SIGSEGV) || says(&["stack overflow", "overflowed its stack", "maximum recursion depth"]) {
        let headline = "your code is nested too deeply for the compiler: brackets, types or calls within each other";
        return Some(Finding::new(Kind::Crash, headline));
    }
    if is(SIGKILL) || says(&["memory allocation of", "out of memory", "Cannot allocate memory", "failed to spawn"]) {
        return Some(Finding::new(Kind::Memory, "the compiler has not enough memory for your code"));
    }
    let crash = signal.is_some() || says(&["internal compiler error", "the compiler unexpectedly panicked"]);
    crash.then(|| Finding::new(Kind::Crash, "the compiler breaks down at your code; write it in a simpler way"))
}

impl Diagnostic {
    pub(super) fn is_error(&self) -> bool {
        // The last one only counts the others.
        self.level.starts_with("error") && !self.message.starts_with("aborting due to")
    }

    /// The error's code, such as `E0373`. Lints have a name there, which is not one.
    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.code.as_str())
    }

    /// The place it is mainly about.
    pub(super) fn primary(&self) -> Option<&Span> {
        self.spans.iter().find(|span| span.is_primary)
    }

    /// The bound in that file which is not met, if the error is about one.
    pub(super) fn bound_in(&self, file: &str) -> Option<Bound> {
        let note = self.children.iter().find(|note| note.message.starts_with("required by a bound in "))?;
        let span = note.spans.iter().find(|span| span.is_primary && span.file_name.ends_with(file))?;
        let path = note.message.split('`').nth(1)?;
        Some(Bound {
            item: path.rsplit("::").next().unwrap_or(path).to_owned(),
            text: span.marked()?,
            line: span.line_start,
        })
    }

    /// The method that cannot be called, and the trait that a bound of its `impl` asks for in vain, if the error is about
    /// one. Which type lacks it stays out: it is one of the hidden tests', which nobody has seen.
    pub(super) fn bound_of_method(&self) -> Option<(&str, &str)> {
        let not_met = "the following trait bounds were not satisfied:";
        let bounds = self.children.iter().find_map(|note| note.message.strip_prefix(not_met))?;
        let (_, wanted) = bounds.split('`').nth(1)?.rsplit_once(": ")?;
        Some((self.message.split('`').nth(1)?, wanted))
    }

    /// The message with the label of its main place, which often says what the message leaves out.
    pub(super) fn sentence(&self) -> String {
        match self.primary().and_then(|span| span.label.as_deref()) {
            Some(label) if !self.message.contains(label) => format!("{}: {label}", self.message),
            _ => self.message.clone(),
        }
    }
}

impl Span {
    /// Whether the diagnostic is mainly about it.
    pub(super) fn is_primary(&self) -> bool {
        self.is_primary
    }

    /// The line in that file: its own, or the one that calls the macro it is in.
    pub(super) fn line_in(&self, file: &str) -> Option<u32> {
        if self.file_name == file {
            return Some(self.line_start);
        }
        self.expansion.as_ref().and_then(|expansion| expansion.span.line_in(file))
    }

    /// The source text, if it is on one line.
    pub(super) fn marked(&self) -> Option<String> {
        let [line] = self.text.as_slice() else { return None };
        let characters = line.text.chars().skip(line.highlight_start.checked_sub(1)?);
        Some(characters.take(line.highlight_end.checked_sub(line.highlight_start)?).collect())
    }
}

/// How rustc explains that it refuses `unsafe`, and how a learner understands it, who has not written a command line.
const NO_UNSAFE: (&str, &str) =
    ("requested on the command line with `-F unsafe-code`", "answers to this exercise do without `unsafe`");

/// The errors as a report holds them.
pub(super) fn errors(diagnostics: &[Diagnostic]) -> CompilerErrors {
    CompilerErrors {
        code: diagnostics.iter().find_map(|error| error.code()).map(str::to_owned),
        rendered: diagnostics
            .iter()
            .map(|error| error.rendered.as_ref().unwrap_or(&error.message).replace(NO_UNSAFE.0, NO_UNSAFE.1))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_unsafe_reads_that_the_exercise_does_without() {
        let error = r#"{
            "message": "usage of an `unsafe` block", "code": null, "level": "error", "spans": [], "children": [],
            "rendered": "error: usage of an `unsafe` block\n  = note: requested on the command line with `-F unsafe-code`"
        }"#;
        let errors = errors(&[serde_json::from_str(error).unwrap()]);
        assert!(errors.rendered[0].ends_with("= note: answers to this exercise do without `unsafe`"));
    }

    #[test]
    fn a_bound_that_is_not_met_is_found_in_the_answer() {
        let error = r#"{
            "message": "the trait bound `Letter: Clone` is not satisfied", "code": null, "level": "error", "spans": [],
            "children": [{
                "message": "required by a bound in `exercise::run`",
                "spans": [{
                    "file_name": "exercises/01_threads/run.rs", "line_start": 7, "line_end": 7, "is_primary": true, "label": null,
                    "text": [{ "text": "pub fn run<T: Clone>(value: T) {}", "highlight_start": 15, "highlight_end": 20 }]
                }]
            }]
        }"#;
        let error: Diagnostic = serde_json::from_str(error).unwrap();
        let bound = Bound { item: "run".into(), text: "Clone".into(), line: 7 };
        assert_eq!(error.bound_in("exercises/01_threads/run.rs"), Some(bound));
        assert_eq!(error.bound_in("tests.rs"), None);
    }

    #[test]
    fn a_bound_of_a_methods_impl_is_found_in_the_error() {
        let error = r#"{
            "message": "the method `get` exists for struct `Map<Letter>`, but its trait bounds were not satisfied",
            "code": null, "level": "error", "spans": [],
            "children": [{
                "message": "the following trait bounds were not satisfied:\n`Letter: Clone`\n`Letter: Copy`", "spans": []
            }]
        }"#;
        let error: Diagnostic = serde_json::from_str(error).unwrap();
        assert_eq!(error.bound_of_method(), Some(("get", "Clone")));
    }
}
