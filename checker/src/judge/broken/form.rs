//! What a program must look like before rustc sees it: short, and about nothing but itself.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use serde::Deserialize;
use threadlings_report::Kind;
use threadlings_report::channel::BrokenProgram;

use super::Fault;

/// How long a program may be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Form {
    lines: usize,
    columns: usize,
}

/// Macros that read what is not in the program, make up errors, or make a long program out of a short one.
const FORBIDDEN: [&str; 7] =
    ["include", "include_str", "include_bytes", "env", "option_env", "compile_error", "macro_rules"];

/// The only attribute that a program may have: others read files, switch rustc's own limits off, or ask for what is not
/// stable.
const ATTRIBUTE: &str = "derive";

impl Form {
    /// What is wrong with the form of a program, which is called `name` where it is spoken of.
    pub(super) fn fault(&self, name: &str, text: &str) -> Option<Fault> {
        let fault = |headline| Fault::new(Kind::WrongResult, headline);
        if text.is_empty() {
            return Some(fault(format!("{name} is empty")));
        }
        let lines = text.lines().count();
        if lines > self.lines {
            return Some(fault(format!("{name} has {lines} lines; at most {} are allowed", self.lines)));
        }
        for (line, text) in (1..).zip(text.lines()) {
            let columns = text.chars().count();
            if columns > self.columns {
                let most = self.columns;
                let headline = format!("line {line} of {name} has {columns} characters; at most {most} are allowed");
                return Some(fault(headline).on_line(line));
            }
            if text.contains(|character: char| character.is_control() && character != '\t') {
                return Some(fault(format!("line {line} of {name} holds a control character")).on_line(line));
            }
        }
        let (line, what) = forbidden(text)?;
        let headline = format!("line {line} of {name} uses {what}, which these programs must do without");
        Some(Fault::new(Kind::Forbidden, headline).on_line(line))
    }
}

/// What is wrong with the text to replace.
pub(super) fn fault_of_the_edit(name: &str, program: &BrokenProgram) -> Option<Fault> {
    let part = &program.part;
    let headline = match (program.text.find(part.as_str()), program.text.rfind(part.as_str())) {
        _ if part.is_empty() => format!("the text to replace in {name} is empty"),
        (Some(first), Some(last)) if first == last => return None,
        (Some(_), _) => format!("the text to replace stands more than once in {name}: {part:?}"),
        (None, _) => format!("the text to replace does not stand in {name}: {part:?}"),
    };
    Some(Fault::new(Kind::WrongResult, headline))
}

/// The program without blank lines before and behind it.
pub(super) fn trimmed(text: &str) -> &str {
    let text = text.trim_end();
    let indented = text.trim_start();
    let first = text.len() - indented.len();
    &text[text[..first].rfind('\n').map_or(0, |end| end + 1)..]
}

/// A token with the line it begins on.
struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    line: u32,
}

/// The identifiers of a program, each with its line.
pub(super) fn identifiers(text: &str) -> impl Iterator<Item = (u32, &str)> {
    tokens(text).filter_map(|token| identifier(&token).map(|name| (token.line, name)))
}

/// Whether the program gives this name to something of its own.
pub(super) fn defines(text: &str, name: &str) -> bool {
    let defined_by = |word: &str| {
        matches!(word, "as" | "const" | "enum" | "fn" | "let" | "mod" | "mut" | "static" | "struct" | "trait" | "type")
    };
    let tokens: Vec<Token<'_>> = tokens(text).collect();
    tokens.windows(2).any(|pair| defined_by(pair[0].text) && identifier(&pair[1]) == Some(name))
}

/// Whether the program has an `unsafe impl` of a trait.
pub(super) fn promises(text: &str, promised: &str) -> bool {
    let names: Vec<&str> = identifiers(text).map(|(_, name)| name).collect();
    let is_promised = |after: &[&str]| after.iter().take_while(|name| **name != "for").any(|name| *name == promised);
    (2..names.len()).any(|after| names[after - 2..after] == ["unsafe", "impl"] && is_promised(&names[after..]))
}

fn identifier<'a>(token: &Token<'a>) -> Option<&'a str> {
    match token.kind {
        TokenKind::Ident => Some(token.text),
        TokenKind::RawIdent => token.text.strip_prefix("r#"),
        _ => None,
    }
}

/// Everything but blanks and ordinary comments.
fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut start = 0;
    let mut line = 1;
    let all = tokenize(text, FrontmatterAllowed::No).map(move |token| {
        let end = start + token.len as usize;
        let own = Token { kind: token.kind, text: &text[start..end], line };
        line += own.text.matches('\n').count() as u32;
        start = end;
        own
    });
    all.filter(|token| {
        !matches!(token.kind, TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. })
    })
}

/// The first thing in the program that reaches out of it, with its line.
fn forbidden(text: &str) -> Option<(u32, String)> {
    let tokens: Vec<Token<'_>> = tokens(text).collect();
    tokens.iter().enumerate().find_map(|(index, token)| {
        let next = |ahead: usize| tokens.get(index + ahead).map_or("", |token| token.text);
        let what = match identifier(token) {
            Some(name) if FORBIDDEN.contains(&name) => format!("`{name}`"),
            Some("mod") if next(2) == ";" => "a module in another file".to_owned(),
            None if token.text == "#" => {
                let name = [1, 2, 3].map(next).into_iter().find(|text| !matches!(*text, "!" | "["))?;
                (name != ATTRIBUTE).then(|| format!("the attribute `{name}`"))?
            }
            _ => return None,
        };
        Some((token.line, what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: Form = Form { lines: 3, columns: 40 };

    fn headline(text: &str) -> Option<String> {
        FORM.fault("program 1", trimmed(text)).map(|fault| fault.headline)
    }

    #[test]
    fn short_programs_are_fine() {
        let text = "\n\n  #[derive(Clone)] struct A; // env!\nfn main() { print!(\"env! #[path]\") }\n\n";
        assert_eq!(headline(text), None);
        assert!(trimmed(text).starts_with("  #[derive"), "{:?}", trimmed(text));
    }

    #[test]
    fn programs_are_short_and_have_no_control_characters() {
        let cases = [
            (" \n\n".to_owned(), "program 1 is empty"),
            ("a\nb\nc\nd".to_owned(), "program 1 has 4 lines; at most 3 are allowed"),
            (format!("a\n{}", "ü".repeat(41)), "line 2 of program 1 has 41 characters; at most 40 are allowed"),
            ("a\nb \u{1b}[2J".to_owned(), "line 2 of program 1 holds a control character"),
        ];
        for (text, expected) in cases {
            assert_eq!(headline(&text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn programs_do_not_reach_out() {
        let cases = [
            ("fn main() {\n include!(\"x\") }", 2, "`include`"),
            ("use std::r#include_str as text;", 1, "`include_str`"),
            ("fn main() { compile_error!() }", 1, "`compile_error`"),
            ("macro_rules! all { () => {} }", 1, "`macro_rules`"),
            ("#![allow(long_running_const_eval)]", 1, "the attribute `allow`"),
            ("mod other;", 1, "a module in another file"),
            ("#[path = \"x\"] mod other {}", 1, "the attribute `path`"),
            ("#![feature(x)]", 1, "the attribute `feature`"),
        ];
        for (text, line, what) in cases {
            let expected = format!("line {line} of program 1 uses {what}, which these programs must do without");
            assert_eq!(headline(text), Some(expected));
        }
    }

    #[test]
    fn names_of_std_are_not_taken() {
        assert!(!defines("use std::thread::spawn; // fn spawn\nfn main() { spawn(|| ()); }", "spawn"));
        assert!(defines("fn main() {} fn spawn() {}", "spawn"));
        assert!(defines("struct r#Arc;", "Arc"));
    }

    #[test]
    fn a_promise_is_an_unsafe_impl_of_that_trait() {
        assert!(promises("struct P; unsafe impl<T> Send for P<T> {}", "Send"));
        assert!(!promises("unsafe impl Sync for P {} fn send<T: Send>() {}", "Send"));
        assert!(!promises("// unsafe impl Send for P {}", "Send"));
    }

    #[test]
    fn the_text_to_replace_stands_in_the_program_once() {
        let fault = |part: &str| {
            let program = BrokenProgram { text: "aaa b".into(), part: part.into(), replacement: String::new() };
            fault_of_the_edit("program 1", &program).map(|fault| fault.headline)
        };
        assert_eq!(fault("b"), None);
        assert_eq!(fault("").unwrap(), "the text to replace in program 1 is empty");
        assert_eq!(fault("c").unwrap(), "the text to replace does not stand in program 1: \"c\"");
        // It stands there at two places that overlap.
        assert_eq!(fault("aa").unwrap(), "the text to replace stands more than once in program 1: \"aa\"");
    }
}
