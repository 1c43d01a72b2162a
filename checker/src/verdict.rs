//! What the judges decided about one answer.

use serde::{Deserialize, Serialize};
use threadlings_report::channel::BrokenProgram;
use threadlings_report::{Explored, Finding};

/// The kinds of judges an exercise can name; every judge it names must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// Real threads and the real std, once, in a process of its own.
    Native,
    /// All thread schedules, over a modelled std.
    Schedules,
    /// All executions that the memory model allows, over a second modelled std.
    Orderings,
    /// Programs that use the learner's types and must be refused by the compiler, or must not be.
    Misuse,
}

impl Judge {
    /// The name in `info.toml` and in the attributes of hidden tests.
    pub fn name(self) -> &'static str {
        match self {
            Judge::Native => "native",
            Judge::Schedules => "schedules",
            Judge::Orderings => "orderings",
            Judge::Misuse => "misuse",
        }
    }
}

/// The decision about one answer. It depends on the answer's text alone: not on luck, load or machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All judges agree that the answer is right.
    Pass(Proof),
    /// The first reason to reject it.
    Fail(Box<Failure>),
}

impl Verdict {
    /// Whether the answer is right.
    pub fn is_pass(&self) -> bool {
        matches!(self, Verdict::Pass(_))
    }

    /// Where and how the answer failed, as wrong answers declare it: `two_additions: wrong_result`.
    pub fn finding_name(&self) -> Option<String> {
        match self {
            Verdict::Pass(_) => None,
            Verdict::Fail(failure) => Some(failure.name()),
        }
    }

    /// Whether the compiler has said nothing about the answer: it broke down, or never came to an end.
    pub(crate) fn is_of_a_broken_compiler(&self) -> bool {
        matches!(self, Verdict::Fail(failure) if failure.at == "compile" && failure.judge.is_none() && failure.compiler.is_none())
    }
}

/// What was shown about an answer that passed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Proof {
    /// Every hidden test, in the order in which they were judged.
    pub tests: Vec<Shown>,
    /// How many misuse programs the compiler refused, as it should.
    pub misuses_refused: usize,
    /// How many programs compiled that should.
    pub uses_accepted: usize,
    /// How many programs the learner has broken as asked.
    #[serde(default)]
    pub broken_as_asked: usize,
    /// Programs of the learner's that rustc has not seen yet.
    #[serde(skip)]
    pub(crate) handed_over: Vec<BrokenProgram>,
}

impl Proof {
    /// What was shown in two courses of tests together.
    pub fn and(mut self, other: Proof) -> Proof {
        self.tests.extend(other.tests);
        self.misuses_refused += other.misuses_refused;
        self.uses_accepted += other.uses_accepted;
        self.broken_as_asked += other.broken_as_asked;
        self.handed_over.extend(other.handed_over);
        self
    }
}

/// One hidden test that held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// The test's name.
    pub test: String,
    /// What it shows, in the author's words.
    pub about: String,
    /// Who judged it.
    pub judge: Judge,
    /// How far that judge looked.
    pub explored: Explored,
}

/// The first reason to reject an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    /// `compile`, the name of a hidden test, or `misuse/` or `broken/` and the name of a program.
    pub at: String,
    /// What that test shows, in the author's words; empty for `compile`.
    pub about: String,
    /// Who found it; none for an error of the compiler.
    pub judge: Option<Judge>,
    /// What was found.
    pub finding: Finding,
    /// What the compiler said, if it was the compiler that refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compiler: Option<CompilerErrors>,
    /// The program that misuses the learner's types, or that the learner has broken, if one decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// What had been shown before.
    pub shown: Proof,
}

impl Failure {
    /// Where and how, as wrong answers declare it: `two_additions: wrong_result`, `compile: E0373`.
    pub fn name(&self) -> String {
        let what = match &self.compiler {
            Some(CompilerErrors { code: Some(code), .. }) => code.clone(),
            _ => self.finding.kind.name(),
        };
        format!("{}: {what}", self.at)
    }
}

/// The compiler's errors about the learner's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompilerErrors {
    /// The code of the first error, such as `E0373`; a syntax error has none.
    pub code: Option<String>,
    /// Each error as rustc shows it, with colours as escape sequences.
    pub rendered: Vec<String>,
}

/// A program that uses the learner's types, or that the learner has broken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The program's text, without the author's marks.
    pub text: String,
    /// The line that should have been refused, or that was refused and should not have been; 0 if no line decides.
    pub line: u32,
}
