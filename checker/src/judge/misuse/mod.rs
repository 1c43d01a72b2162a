//! Programs that misuse the learner's types and must not compile, and programs that use them well and must.
//!
//! rustc looks at them all at once. Expected is not a whole text, which changes with every release of the compiler, but an
//! error code, words and a line: `//~ E0277 Rc<u8> Send` at the end of the line that must be refused. The words, such as
//! the names of the type and of the trait, must all be in what rustc says about that error, be it in its first line, a
//! label, a note or a help. A program without such a mark must compile.
//!
//! What rustc says is read as JSON, which needs no process of its own while a learner waits. `verify` has trybuild read it
//! as well, and both must come to the same verdicts.

mod refusal;
mod said;
mod second_opinion;

use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use threadlings_report::{Finding, Kind};

use super::confinement::Place;
use super::memory::Memory;
use super::toolchain::Toolchain;
use super::{Cancel, JudgeError};
use crate::verdict::Program;
use refusal::Refusal;
use said::Said;

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

/// What decides about one program.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
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
    /// trybuild's program, if it must come to the same verdicts.
    pub(super) second_opinion: Option<&'a Path>,
    /// What trybuild has read where rustc said the same before.
    pub(super) memory: Option<&'a Memory>,
    pub(super) cancel: &'a Cancel,
}

/// Compiles all programs against the answer and says what decides about each.
pub(super) fn judge(programs: &[UseProgram], bench: Bench<'_>) -> Result<Vec<Judged>, JudgeError> {
    judge_with(programs, bench, |program, files, said| second_opinion::refusals(program, files, said, bench))
}

fn judge_with(
    programs: &[UseProgram],
    bench: Bench<'_>,
    trybuild: impl FnOnce(&Path, &[String], &[Said]) -> Result<Vec<Vec<Refusal>>, JudgeError>,
) -> Result<Vec<Judged>, JudgeError> {
    write_programs(programs, bench.place.directory).context("a folder for misuse programs cannot be written")?;
    let files: Vec<String> = programs.iter().map(file_of).collect();
    let Some(said) = said::errors(&files, bench)? else {
        let headline = "the compiler does not come to an end with programs that use your types".to_owned();
        return Ok(programs.iter().map(|program| wrong(program, Kind::Hang, headline.clone(), 0)).collect());
    };
    let judged = decide_all(programs, &files.iter().map(|file| refusals_in(file, &said)).collect::<Vec<_>>());
    if let Some(program) = bench.second_opinion {
        let ask = || trybuild(program, &files, &said);
        let texts: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
        let refusals = match bench.memory {
            Some(memory) => memory.recall_or(format!("trybuild {:?}", (&files, texts)), ask)?,
            None => ask()?,
        };
        let other = decide_all(programs, &refusals);
        let mut pairs = files.iter().zip(judged.iter().zip(&other));
        if let Some((file, (judged, other))) = pairs.find(|(_, (judged, other))| judged != other) {
            let message = format!("{file}: {judged:?} by what rustc says, {other:?} by what trybuild makes of it");
            return Err(anyhow::anyhow!("the checker must be mended: {message}").into());
        }
    }
    Ok(judged)
}

fn refusals_in(file: &str, said: &[Said]) -> Vec<Refusal> {
    said.iter().filter(|said| said.file == file).map(|said| Refusal::of(&said.error, file)).collect()
}

fn file_of(program: &UseProgram) -> String {
    format!("{}.rs", program.name)
}

fn write_programs(programs: &[UseProgram], directory: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(directory.join("misuse"))?;
    programs.iter().try_for_each(|program| std::fs::write(directory.join(file_of(program)), &program.text))
}

fn decide_all(programs: &[UseProgram], refusals: &[Vec<Refusal>]) -> Vec<Judged> {
    programs.iter().zip(refusals).map(|(program, refusals)| decide(program, refusals)).collect()
}

fn decide(program: &UseProgram, refusals: &[Refusal]) -> Judged {
    match (&program.expected, refusals) {
        (None, []) => Judged::Accepted,
        (Some(expected), []) => {
            let headline = "a dangerous program compiles with your code; the compiler should refuse it".to_owned();
            wrong(program, Kind::MisuseCompiles, headline, expected.line)
        }
        (None, [first, ..]) => {
            // What a constant of the program asserts says by itself what is wrong.
            let headline = match first.text.strip_prefix(ASSERTED) {
                Some(sentence) => sentence.to_owned(),
                None => format!("a harmless program is refused with your code: {}", first.text),
            };
            wrong(program, Kind::UseRefused, headline, first.line)
        }
        (Some(expected), refusals) => match refusals.iter().find(|refusal| !expected.is_met_by(refusal)) {
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

    const PROGRAMS: [(&str, &str); 5] = [
        ("well", "fn main() {}\n"),
        ("badly", "fn main() { let x: u8 = true; }\n"),
        ("refused", "fn main() {\n    let x: u8 = true; //~ E0308 u8 bool\n}\n"),
        ("elsewhere", "fn main() {\n    let x: u8 = true;\n    let y = 1; //~ E0308\n}\n"),
        ("unseen", "fn main() {\n    let y = 1; //~ E0308\n}\n"),
    ];

    /// What becomes of these programs, and how often trybuild was asked, which finds those errors in each.
    fn judged(
        programs: &[(&str, &str)],
        memory: Option<&Memory>,
        found: &[Vec<Refusal>],
    ) -> (Result<Vec<Judged>, JudgeError>, u32) {
        let program = |(name, text): &(&str, &str)| parse(&Path::new("misuse").join(name), text).unwrap();
        let programs: Vec<UseProgram> = programs.iter().map(program).collect();
        let second_opinion = (!found.is_empty()).then_some(Path::new("trybuild"));
        let mut asked = 0;
        let judged = said::tests::with_empty_answer(|bench| {
            judge_with(&programs, Bench { second_opinion, memory, ..bench }, |_, _, _| {
                asked += 1;
                Ok(found.to_vec())
            })
        });
        (judged, asked)
    }

    fn refusal(code: &str, line: u32, said: &str) -> Refusal {
        Refusal { code: code.into(), line, text: "mismatched types".into(), said: said.into() }
    }

    #[test]
    fn each_program_is_judged_by_its_own_errors() {
        let (judged, asked) = judged(&PROGRAMS, None, &[]);
        let told = judged.unwrap().into_iter().map(|judged| match judged {
            Judged::Refused => "refused".to_owned(),
            Judged::Accepted => "accepted".to_owned(),
            Judged::Wrong(finding, program) => format!("{} line {}", finding.kind.name(), program.line),
        });
        let expected = ["accepted", "use_refused line 1", "refused", "use_refused line 2", "misuse_compiles line 2"]
            .map(String::from);
        assert_eq!(told.collect::<Vec<_>>(), expected);
        assert_eq!(asked, 0);
    }

    #[test]
    fn trybuild_is_asked_once_about_the_same_errors() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::open(folder.path(), "1");
        let found = [vec![refusal("E0308", 2, "u8 bool")]];
        let ask = |programs| judged(programs, Some(&memory), &found);
        let (first, second) = (ask(&PROGRAMS[2..3]), ask(&PROGRAMS[2..3]));
        assert_eq!((first.1, second.1), (1, 0));
        assert_eq!([first.0.unwrap(), second.0.unwrap()], [[Judged::Refused], [Judged::Refused]]);
        assert_eq!(ask(&[("other", PROGRAMS[2].1)]).1, 1);
    }

    #[test]
    fn a_checker_that_trybuild_disagrees_with_must_be_mended() {
        let (judged, _) = judged(&PROGRAMS[2..3], None, &[vec![refusal("E0308", 3, "u8 bool")]]);
        let error = judged.unwrap_err().to_string();
        assert!(error.starts_with("the checker must be mended: misuse/refused.rs: Refused by"), "{error}");
    }

    #[test]
    fn code_line_and_words_must_all_agree() {
        let expected = Expected { code: "E0277".into(), words: vec!["Send".into()], line: 5 };
        assert!(expected.is_met_by(&refusal("E0277", 5, "`X` is not Send")));
        assert!(!expected.is_met_by(&refusal("E0277", 5, "`X` is not Sync")));
        assert!(!expected.is_met_by(&refusal("E0277", 6, "`X` is not Send")));
        assert!(!expected.is_met_by(&refusal("E0599", 5, "`X` is not Send")));
    }
}
