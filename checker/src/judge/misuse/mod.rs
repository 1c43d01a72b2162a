//! Programs that misuse the learner's types and must not compile, and programs that use them well and must.
//!
//! rustc looks at them all at once, and trybuild normalises what it says. Expected is not a whole text, which changes with every
//! release of the compiler, but an error code, words and a line: `//~ E0277 Rc<u8> Send` at the end of the line that must
//! be refused. The words, such as the names of the type and of the trait, must all be in what rustc says about that error,
//! be it in its first line, a label, a note or a help. A program without such a mark must compile.

mod said;
mod stand_in;

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use threadlings_report::{Finding, Kind};

pub use stand_in::answer_as_cargo;

use super::confinement::Place;
use super::memory::Memory;
use super::process::Process;
use super::toolchain::Toolchain;
use super::{Cancel, JudgeError};
use crate::this_program;
use crate::verdict::Program;

/// A program that uses the learner's types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UseProgram {
    /// `misuse/` and the file's name without extension.
    pub(super) name: String,
    /// What its author says about it: why it would be dangerous.
    pub(super) about: String,
    text: String,
    expected: Option<Expected>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Expected {
    code: String,
    words: Vec<String>,
    line: u32,
}

/// An error in a program, as trybuild has normalised it.
#[derive(Debug, PartialEq, Eq)]
struct Refusal {
    code: String,
    line: u32,
    text: String,
    /// The text, the labels and the notes: all that rustc says in words of its own.
    said: String,
}

/// What decides about one program.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Judged {
    /// It was refused, as it should be.
    Refused,
    /// It compiled, as it should.
    Accepted,
    /// The opposite of what should be.
    Wrong(Box<Finding>, Program),
}

/// How the error begins if an assertion in a constant does not hold; the assertion's own sentence follows.
const ASSERTED: &str = "evaluation panicked: ";

/// The mark behind the line that must be refused.
const MARK: &str = "//~";

/// Reads the programs of a `misuse` folder, in the order of their names.
pub(super) fn programs(folder: &Path) -> anyhow::Result<Vec<UseProgram>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    files.iter().map(|file| parse(file, &std::fs::read_to_string(file)?)).collect()
}

fn parse(file: &Path, text: &str) -> anyhow::Result<UseProgram> {
    let stem = file.file_stem().context("a misuse program has no name")?.to_string_lossy();
    let about: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let mut expected = None;
    for (index, line) in text.lines().enumerate() {
        let Some((_, mark)) = line.split_once(MARK) else { continue };
        let mut words = mark.split_whitespace().map(str::to_owned);
        let code =
            words.next().with_context(|| format!("{}:{}: the mark names no error code", file.display(), index + 1))?;
        anyhow::ensure!(expected.is_none(), "{}:{}: only one line can be marked", file.display(), index + 1);
        expected = Some(Expected { code, words: words.collect(), line: index as u32 + 1 });
    }
    Ok(UseProgram { name: format!("misuse/{stem}"), about: about.join(" "), text: text.to_owned(), expected })
}

/// Where programs are compiled, and with what.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    /// An empty folder.
    pub(super) place: Place<'a>,
    /// The answer as it was compiled.
    pub(super) library: &'a Path,
    pub(super) toolchain: &'a Toolchain,
    /// What came of it when rustc said the same before.
    pub(super) memory: Option<&'a Memory>,
    pub(super) cancel: &'a Cancel,
}

/// Compiles all programs against the answer and says what decides about each.
pub(super) fn judge(programs: &[UseProgram], bench: Bench<'_>) -> Result<Vec<Judged>, JudgeError> {
    judge_by(programs, bench, |files, said| normalise(files, said, bench))
}

fn judge_by(
    programs: &[UseProgram],
    bench: Bench<'_>,
    normalise: impl FnOnce(&[String], &str) -> Result<(), JudgeError>,
) -> Result<Vec<Judged>, JudgeError> {
    let directory = bench.place.directory;
    write_project(programs, directory).context("a folder for misuse programs cannot be written")?;
    let files: Vec<String> = programs.iter().map(file_of).collect();
    let Some(said) = said::messages(&files, bench)? else {
        let headline = "the compiler does not come to an end with programs that use your types".to_owned();
        return Ok(programs.iter().map(|program| wrong(program, Kind::Hang, headline.clone(), 0)).collect());
    };
    let judge = || {
        normalise(&files, &said)?;
        Ok(programs.iter().map(|program| decide(program, directory)).collect())
    };
    let Some(memory) = bench.memory else { return judge() };
    // In another folder rustc would have said the same.
    let inputs = format!("misuse {:?}", (programs, said.replace(&directory.display().to_string(), "")));
    memory.recall_or(inputs, judge)
}

/// Has trybuild write down what rustc has said about each file, in a form that does not depend on where it lies.
fn normalise(files: &[String], said: &str, Bench { place, cancel, .. }: Bench<'_>) -> Result<(), JudgeError> {
    let directory = place.directory;
    let said_file = directory.join("said");
    std::fs::write(&said_file, said).context("the scratch folder cannot be written")?;
    let this = this_program::path().context("where this program lies is unknown")?;
    let mut command = place.compiler(&this, &[&this], &[&this]);
    command
        .arg(RUNNER)
        .args(files)
        .env("CARGO", &this)
        .env(stand_in::VARIABLE, &said_file)
        .env("CARGO_MANIFEST_DIR", directory)
        .env("TRYBUILD", "wip")
        .stdin(Stdio::null());
    let ended = Process::start(&mut command, 64 * 1024, cancel)?.for_no_longer_than(place.compile_time()).wait()?;
    if directory.join(DONE).exists() {
        return Ok(());
    }
    Err(anyhow::anyhow!("what rustc says about the misuse programs cannot be read: {}", ended.output.text).into())
}

/// The hidden command that `normalise` calls: trybuild prints and panics, so it gets a process of its own.
pub const RUNNER: &str = "misuse-runner";

/// Written when trybuild has gone through everything.
const DONE: &str = "done";

/// Lets trybuild go through the files, in the folder that `judge` has prepared.
pub fn runner(files: &[String]) {
    let compiled = std::panic::catch_unwind(|| {
        // All are handed over as programs that must be refused: asked for both sorts, trybuild compiles twice. Which of
        // them were refused is then seen by the texts that it leaves.
        let cases = trybuild::TestCases::new();
        files.iter().for_each(|file| cases.compile_fail(file));
    });
    // It panics where nothing is wrong: there are no texts to compare with. Only failing to start would be.
    let message = compiled.err().and_then(|payload| payload.downcast::<String>().ok());
    if message.is_none_or(|message| message.contains("test cases") || message.contains(" tests failed")) {
        let _ = std::fs::write(DONE, "");
    }
}

fn file_of(program: &UseProgram) -> String {
    format!("{}.rs", program.name)
}

fn write_project(programs: &[UseProgram], directory: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(directory.join("misuse"))?;
    let manifest =
        "[package]\nname = \"exercise\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n[workspace]\n";
    std::fs::write(directory.join("Cargo.toml"), manifest)?;
    // trybuild copies it; without one it would ask for it to be made.
    std::fs::write(directory.join("Cargo.lock"), "")?;
    for program in programs {
        std::fs::write(directory.join(file_of(program)), &program.text)?;
    }
    Ok(())
}

fn decide(program: &UseProgram, directory: &Path) -> Judged {
    let file = file_of(program).replace("misuse/", "wip/").replace(".rs", ".stderr");
    let refusals = std::fs::read_to_string(directory.join(file)).ok().map(|text| refusals(&text));
    match (&program.expected, refusals) {
        (None, None) => Judged::Accepted,
        (Some(expected), None) => {
            let headline = "a dangerous program compiles with your code; the compiler should refuse it".to_owned();
            wrong(program, Kind::MisuseCompiles, headline, expected.line)
        }
        (None, Some(refusals)) => {
            let (line, text) = refusals.first().map_or((1, String::new()), |first| (first.line, first.text.clone()));
            // What a constant of the program asserts says by itself what is wrong.
            let headline = match text.strip_prefix(ASSERTED) {
                Some(sentence) => sentence.to_owned(),
                None => format!("a harmless program is refused with your code: {text}"),
            };
            wrong(program, Kind::UseRefused, headline, line)
        }
        (Some(expected), Some(refusals)) => match refusals.iter().find(|refusal| !expected.is_met_by(refusal)) {
            None => Judged::Refused,
            Some(other) => {
                let headline =
                    format!("a dangerous program is refused, but for another reason than the danger: {}", other.text);
                wrong(program, Kind::UseRefused, headline, other.line)
            }
        },
    }
}

fn wrong(program: &UseProgram, kind: Kind, headline: String, line: u32) -> Judged {
    let text = program.text.lines().map(|line| line.split(MARK).next().unwrap_or(line).trim_end());
    let text = text.collect::<Vec<_>>().join("\n");
    Judged::Wrong(Box::new(Finding::new(kind, headline)), Program { text, line })
}

impl Expected {
    fn is_met_by(&self, refusal: &Refusal) -> bool {
        refusal.code == self.code
            && refusal.line == self.line
            && self.words.iter().all(|word| refusal.said.contains(word.as_str()))
    }
}

/// The errors in what trybuild left: `error[E0277]: text` and, on the line below, ` --> file:line:column`.
fn refusals(normalised: &str) -> Vec<Refusal> {
    let lines: Vec<&str> = normalised.lines().collect();
    let mut refusals = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((head, text)) = line.strip_prefix("error").and_then(|rest| rest.split_once(": ")) else { continue };
        let place = lines[index + 1..].iter().find_map(|line| line.trim_start().strip_prefix("--> "));
        let line = place.and_then(|place| place.split(':').nth(1)).and_then(|line| line.parse().ok()).unwrap_or(1);
        let code = head.trim_matches(['[', ']']).to_owned();
        let rest = lines[index + 1..].iter().take_while(|line| !line.starts_with("error"));
        let said: Vec<&str> = rest.filter_map(|line| in_words(line)).collect();
        refusals.push(Refusal { code, line, text: text.to_owned(), said: format!("{text}\n{}", said.join("\n")) });
    }
    refusals
}

/// What a line of a diagnostic says, if it is a label, a note or a help. Lines that quote a source have nothing to say,
/// least of all the one with the mark.
fn in_words(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if ["note: ", "help: ", "= note: ", "= help: "].iter().any(|start| line.starts_with(start)) {
        return Some(line);
    }
    // The line number stands in front of the bar where a source is quoted; a label points upwards.
    line.strip_prefix('|').filter(|label| label.contains('^'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_says_what_it_is_about_and_which_line_must_be_refused() {
        let text =
            "//! Two threads\n//! share an Rc.\nuse exercise::X;\nfn main() {\n    send(X); //~ E0277 Rc<u8> Send\n}\n";
        let program = parse(Path::new("misuse/share.rs"), text).unwrap();
        assert_eq!((program.name.as_str(), program.about.as_str()), ("misuse/share", "Two threads share an Rc."));
        let words = vec!["Rc<u8>".to_owned(), "Send".to_owned()];
        assert_eq!(program.expected, Some(Expected { code: "E0277".into(), words, line: 5 }));
    }

    #[test]
    fn what_rustc_has_said_before_is_not_normalised_again() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::open(folder.path(), "1");
        let judge = |text: &str| {
            let mut calls = 0;
            let programs = [parse(Path::new("misuse/share.rs"), text).unwrap()];
            let judged = said::tests::with_empty_answer(|bench| {
                judge_by(&programs, Bench { memory: Some(&memory), ..bench }, |_, _| {
                    calls += 1;
                    Ok(())
                })
            });
            (format!("{judged:?}"), calls)
        };
        let (first, second) = (judge("fn main() { let x = y; }"), judge("fn main() { let x = y; }"));
        assert_eq!((first.1, second.1), (1, 0));
        assert_eq!(first.0, second.0);
        assert_eq!(judge("fn main() { let x = z; }").1, 1);
    }

    #[test]
    fn refusals_are_read_with_code_and_line() {
        let said = "error[E0277]: `Rc<u8>` cannot be sent between threads safely\n --> misuse/share.rs:5:10\n  |\n5 |     send(X);\n\nerror: expected `;`\n --> misuse/share.rs:9:1\n";
        let expected = [("E0277", 5, "`Rc<u8>` cannot be sent between threads safely"), ("", 9, "expected `;`")].map(
            |(code, line, text)| Refusal { code: code.into(), line, text: text.into(), said: format!("{text}\n") },
        );
        assert_eq!(refusals(said), expected);
    }

    #[test]
    fn words_may_be_in_labels_and_notes_but_not_in_the_quoted_source() {
        let said = "error[E0277]: the trait bound is not satisfied\n --> misuse/share.rs:5:10\n  |\n5 |     send(Source);\n  |     ---- ^^^^^^ `Label` cannot be sent\n  |     |\n  |     required by a bound\n  |\n  = help: the trait `Help` is not implemented\nnote: required by a bound in `Note`\n --> $RUST/thread.rs\n  |\n  |     F: Quoted,\n";
        let refusal = refusals(said).remove(0);
        for word in ["satisfied", "Label", "Help", "Note"] {
            assert!(refusal.said.contains(word), "{word}: {}", refusal.said);
        }
        for word in ["Source", "Quoted"] {
            assert!(!refusal.said.contains(word), "{word}: {}", refusal.said);
        }
    }

    #[test]
    fn code_line_and_words_must_all_agree() {
        let expected = Expected { code: "E0277".into(), words: vec!["Send".into()], line: 5 };
        let refusal =
            |code: &str, line, text: &str| Refusal { code: code.into(), line, text: String::new(), said: text.into() };
        assert!(expected.is_met_by(&refusal("E0277", 5, "`X` is not Send")));
        assert!(!expected.is_met_by(&refusal("E0277", 5, "`X` is not Sync")));
        assert!(!expected.is_met_by(&refusal("E0277", 6, "`X` is not Send")));
        assert!(!expected.is_met_by(&refusal("E0599", 5, "`X` is not Send")));
    }
}
