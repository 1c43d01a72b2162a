//! Hidden tests: which functions of a `tests.rs` are tests, and for which judge.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use crate::verdict::Judge;

/// A function of `tests.rs` with an attribute that names a judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenTest {
    /// The function's name.
    pub name: String,
    /// What it shows: its doc comment, as one paragraph.
    pub about: String,
    /// The judges it names.
    pub judges: Vec<Judge>,
    /// The line of its name, from 1.
    pub line: usize,
}

/// The text of a `tests.rs` and the tests in it.
#[derive(Clone, Debug)]
pub(super) struct HiddenTests {
    text: String,
    /// In the order of the file.
    pub(super) tests: Vec<HiddenTest>,
    attributes: Vec<Attribute>,
}

#[derive(Clone, Debug)]
struct Attribute {
    judge: Judge,
    /// The index of the test that it belongs to.
    test: usize,
    range: std::ops::Range<usize>,
}

/// The judges that the tests in the text of a `tests.rs` name, each once.
pub fn judges_named(tests: &str) -> Vec<Judge> {
    let mut judges: Vec<Judge> = HiddenTests::parse(tests).tests.into_iter().flat_map(|test| test.judges).collect();
    judges.sort();
    judges.dedup();
    judges
}

struct Token<'a> {
    kind: TokenKind,
    start: usize,
    text: &'a str,
}

impl HiddenTests {
    /// Finds the tests in the text of a `tests.rs`.
    pub(super) fn parse(text: &str) -> Self {
        let tokens = tokens(text);
        let mut tests: Vec<HiddenTest> = Vec::new();
        let mut attributes = Vec::new();
        let mut about = String::new();
        let mut judges = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            if let TokenKind::LineComment { doc_style: Some(_) } = token.kind
                && let Some(line) = token.text.strip_prefix("///")
            {
                if !about.is_empty() {
                    about.push(' ');
                }
                about.push_str(line.trim());
            } else if let Some(attribute) = attribute(&tokens[index..], tests.len()) {
                judges.push(attribute.judge);
                attributes.push(attribute);
            } else if token.text == "fn" {
                let name = tokens.get(index + 1).map_or("", |name| name.text);
                if !judges.is_empty() {
                    tests.push(HiddenTest {
                        name: name.into(),
                        about: about.clone(),
                        judges: std::mem::take(&mut judges),
                        line: text[..token.start].matches('\n').count() + 1,
                    });
                }
                about.clear();
            } else if matches!(token.text, "}" | ";") {
                about.clear();
                judges.clear();
            }
        }
        HiddenTests { text: text.to_owned(), tests, attributes }
    }

    /// The tests that this judge runs, in order.
    pub(super) fn of(&self, judge: Judge) -> impl Iterator<Item = &HiddenTest> {
        self.tests.iter().filter(move |test| test.judges.contains(&judge))
    }

    /// A program that holds the tests of one judge, as the root of a crate. Lines stay where they are.
    pub(super) fn program(&self, judge: Judge) -> String {
        let mut program = String::with_capacity(self.text.len() + 500);
        let mut done = 0;
        for attribute in &self.attributes {
            program.push_str(&self.text[done..attribute.range.start]);
            let runs = self.tests.get(attribute.test).is_some_and(|test| test.judges.contains(&judge));
            program.push_str(if runs { "#[cfg(true)]" } else { "#[cfg(false)]" });
            done = attribute.range.end;
        }
        program.push_str(&self.text[done..]);
        program.push('\n');
        program.push_str(stand_in_for_std(judge));
        program.push_str("\nfn main() { harness::main(&[");
        for test in self.of(judge) {
            program.push_str(&format!("({:?}, {}),", test.name, test.name));
        }
        program.push_str("]) }\n");
        program
    }
}

/// The line that makes a model stand in for std in the crate whose root it is appended to.
pub(super) fn stand_in_for_std(judge: Judge) -> &'static str {
    match judge {
        Judge::Schedules | Judge::Orderings => {
            "#[allow(unused_imports)] #[macro_use] extern crate harness as std; #[allow(unused_extern_crates)] extern crate harness as core;"
        }
        Judge::Native | Judge::Misuse => "",
    }
}

/// Everything but blanks and ordinary comments.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut start = 0;
    let mut tokens = Vec::new();
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        let keep = !matches!(
            token.kind,
            TokenKind::Whitespace
                | TokenKind::LineComment { doc_style: None }
                | TokenKind::BlockComment { doc_style: None, .. }
        );
        if keep {
            tokens.push(Token { kind: token.kind, start, text: &text[start..end] });
        }
        start = end;
    }
    tokens
}

/// `#[native]`, `#[schedules]` or `#[orderings]`, if the tokens begin with one.
fn attribute(tokens: &[Token<'_>], test: usize) -> Option<Attribute> {
    let [pound, open, name, close, ..] = tokens else { return None };
    if pound.text != "#" || open.text != "[" || close.text != "]" {
        return None;
    }
    let judge =
        [Judge::Native, Judge::Schedules, Judge::Orderings].into_iter().find(|judge| judge.name() == name.text)?;
    Some(Attribute { judge, test, range: pound.start..close.start + close.text.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TESTS: &str = r##"//! Hidden tests.
use exercise::run;

/// Two jobs run
/// at once.
#[native]
#[schedules]
fn two_jobs() { let text = "#[native] fn fake() {}"; }

// #[native]
fn helper() {}

/// One job.
#[orderings]
fn one_job() {}
"##;

    #[test]
    fn tests_are_found_with_what_they_show_and_their_judges() {
        let hidden = HiddenTests::parse(TESTS);
        let expected = [
            ("two_jobs", "Two jobs run at once.", vec![Judge::Native, Judge::Schedules], 8),
            ("one_job", "One job.", vec![Judge::Orderings], 15),
        ]
        .map(|(name, about, judges, line)| HiddenTest { name: name.into(), about: about.into(), judges, line });
        assert_eq!(hidden.tests, expected);
    }

    #[test]
    fn a_program_holds_the_tests_of_its_judge_on_the_same_lines() {
        let program = HiddenTests::parse(TESTS).program(Judge::Native);
        assert!(program.contains("#[cfg(true)]\n#[cfg(true)]\nfn two_jobs()"), "{program}");
        assert!(program.contains("harness::main(&[(\"two_jobs\", two_jobs),])"), "{program}");
        let line = |text: &str| text.lines().position(|line| line.starts_with("fn one_job"));
        assert_eq!(line(&program), line(TESTS));
    }
}
