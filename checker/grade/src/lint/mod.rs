//! What an answer may not contain, seen by its tokens before anything compiles it.
//!
//! A lexer reads the answer, so a word in a comment or a string does no harm, and nothing in a macro's body is missed.
//! Ordinary names are never forbidden. What gets past these rules meets the sandbox: they are here because they give a
//! clear answer, and because some of it no sandbox could tell from honest code.

mod attributes;
mod tokens;

use tokens::Tokens;

/// Something that an answer may not contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What it is, in a few words: `the token unsafe`.
    pub rule: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Violation {
    /// One sentence for the author of the answer.
    pub fn sentence(&self) -> String {
        format!("line {}: {} cannot be used in an answer that is graded", self.line, self.rule)
    }
}

/// Macros that read what is not the answer's, or hold machine code. Their names are nobody's ordinary names.
const MACROS: [&str; 7] =
    ["include_str", "include_bytes", "option_env", "asm", "global_asm", "naked_asm", "concat_idents"];

/// The same, but also good names for a function or a module: it is the call that counts.
const CALLED_MACROS: [&str; 2] = ["include", "env"];

/// Attributes that reach the linker or the compiler itself, wherever the words stand.
const ATTRIBUTES: [&str; 6] =
    ["no_mangle", "export_name", "link_section", "link_name", "global_allocator", "debugger_visualizer"];

/// Names by which the judges know each other. An answer that used them would speak to its judge.
const JUDGES: [&str; 2] = ["real_std", "harness"];

/// Deeper than this, brackets make the compiler run out of stack sooner or later, and no answer needs them.
const DEEPEST: usize = 200;

/// Everything in the answer that it may not contain, in order. `unsafe_code` says whether the exercise teaches `unsafe`.
pub fn violations(text: &str, unsafe_code: bool) -> Vec<Violation> {
    let tokens = Tokens::of(text);
    let mut violations = Vec::new();
    let mut depth = 0_usize;
    let mut too_deep = false;
    for index in 0..tokens.len() {
        let rule = match tokens.text(index) {
            "(" | "[" | "{" => {
                depth += 1;
                (depth > DEEPEST && !std::mem::replace(&mut too_deep, true))
                    .then(|| format!("nesting deeper than {DEEPEST} brackets"))
            }
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                None
            }
            "#" => attributes::offence(&tokens, index),
            _ if tokens.is_name(index) => name(&tokens, index, unsafe_code),
            _ => None,
        };
        violations.extend(rule.map(|rule| Violation { rule, line: tokens.line(index) }));
    }
    violations
}

/// What is wrong with a name or a keyword at this place.
fn name(tokens: &Tokens<'_>, index: usize, unsafe_code: bool) -> Option<String> {
    let next = |offset: usize| tokens.text(index + offset);
    let before = |offset: usize| index.checked_sub(offset).map_or("", |index| tokens.text(index));
    let called = next(1) == "!" && matches!(next(2), "(" | "[" | "{");
    let name = tokens.name(index);
    match name {
        "unsafe" if !unsafe_code && !tokens.is_raw(index) => Some("the token `unsafe`".into()),
        "mod" if tokens.is_name(index + 1) && next(2) == ";" => Some("a module in another file".into()),
        "mod" if next(1) == "$" && next(3) == ";" => Some("a module in another file".into()),
        "extern" if next(1) == "crate" => Some("`extern crate`".into()),
        _ if MACROS.contains(&name) => Some(format!("the macro `{name}!`")),
        _ if CALLED_MACROS.contains(&name) && (called || next(1) == "as" && before(1) != "=") => {
            Some(format!("the macro `{name}!`"))
        }
        _ if ATTRIBUTES.contains(&name) => Some(format!("the attribute `{name}`")),
        _ if JUDGES.contains(&name) || name.starts_with("threadlings_") => Some(format!("the name `{name}`")),
        _ if before(1) == "$" && called => Some("a macro whose name comes from another macro".into()),
        _ => None,
    }
}

/// What is allowed and yet worth a person's look: a sentence each.
pub fn doubts(text: &str) -> Vec<String> {
    let tokens = Tokens::of(text);
    let line = (0..tokens.len()).find(|index| is_reference_to_reference(&tokens, *index));
    let doubt = |index| {
        format!(
            "Line {} has a reference to a reference, both with a lifetime of a name. With such types safe code can write \
             to any memory (rust-lang/rust 25860), and no grader can be sure of what it did. Read this answer.",
            tokens.line(index)
        )
    };
    line.map(doubt).into_iter().collect()
}

/// Whether the answer declares functions that are defined elsewhere; no exercise asks for that.
pub fn declares_functions_elsewhere(text: &str) -> bool {
    let tokens = Tokens::of(text);
    (0..tokens.len()).any(|index| tokens.text(index) == "extern")
}

/// `&'a &'b`, also with lifetimes that a macro fills in.
fn is_reference_to_reference(tokens: &Tokens<'_>, index: usize) -> bool {
    let lifetime = |index: usize| match tokens.text(index) {
        "$" if tokens.is_name(index + 1) => Some(index + 2),
        text if text.starts_with('\'') && text != "'_" && !text.ends_with('\'') => Some(index + 1),
        _ => None,
    };
    // Two neighbouring `&` are two tokens of the lexer's.
    let outer = (tokens.text(index) == "&").then(|| lifetime(index + 1)).flatten();
    let inner = outer.filter(|next| tokens.text(*next) == "&").and_then(|next| lifetime(next + 1));
    inner.is_some()
}

#[cfg(test)]
mod tests;
