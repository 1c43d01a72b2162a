//! Which attributes an answer may have.

use super::tokens::Tokens;

/// Attributes that change nothing outside of the answer. All others are refused: the compiler learns new ones.
const ALLOWED: [&str; 29] = [
    "allow",
    "automatically_derived",
    "cfg",
    "cold",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "ignore",
    "inline",
    "loom",
    "macro_export",
    "macro_use",
    "must_use",
    "non_exhaustive",
    "recursion_limit",
    "repr",
    "rustfmt",
    "clippy",
    "diagnostic",
    "should_panic",
    "test",
    "tokio",
    "track_caller",
    "type_length_limit",
    "warn",
];

/// What is wrong with the attribute that begins with the `#` at this place.
pub(super) fn offence(tokens: &Tokens<'_>, index: usize) -> Option<String> {
    let open = if tokens.text(index + 1) == "!" { index + 2 } else { index + 1 };
    if tokens.text(open) != "[" {
        // A macro could put it in front of anything.
        return Some("a `#` without an attribute".into());
    }
    // `#[$meta]` in a macro: what it stands for comes in as tokens, which are looked at where they stand; a whole
    // attribute that is handed on has its own `#` there.
    let name = tokens.name(open + 1);
    match ALLOWED.contains(&name) {
        true => None,
        false if tokens.is_name(open + 1) => Some(format!("the attribute `{name}`")),
        false => Some("an attribute whose name comes from a macro".into()),
    }
}
