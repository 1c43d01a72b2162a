//! One error in a program that uses the learner's types.

use serde::{Deserialize, Serialize};

use crate::judge::compile::{Diagnostic, Note, Span};

/// What counts of an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Refusal {
    /// Empty if it has none.
    pub(super) code: String,
    /// Where it is, from 1.
    pub(super) line: u32,
    /// Its first line, without the code.
    pub(super) text: String,
    /// The text, the labels and the notes: all that rustc says in words of its own.
    pub(super) said: String,
}

impl Refusal {
    /// What counts of an error in this file.
    pub(super) fn of(error: &Diagnostic, file: &str) -> Self {
        let Diagnostic { message, spans, children, .. } = error;
        let text = message.lines().next().unwrap_or_default().to_owned();
        let labels = |spans: &[Span]| -> Vec<String> {
            let main = spans.iter().filter(|span| span.is_primary());
            main.filter_map(|span| span.label.clone()).collect()
        };
        let notes = children.iter().flat_map(|Note { message, spans, .. }| [vec![message.clone()], labels(spans)]);
        let said: Vec<String> = [vec![message.clone()], labels(spans)].into_iter().chain(notes).flatten().collect();
        let line = error.primary().and_then(|span| span.line_in(file)).unwrap_or(1);
        Refusal { code: error.code().unwrap_or_default().to_owned(), line, text, said: said.join("\n") }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_may_be_in_labels_and_notes_but_not_in_the_quoted_source() {
        let span = |line: u32, label: &str, primary: bool| {
            json!({
                "file_name": "misuse/share.rs", "line_start": line, "line_end": line, "is_primary": primary,
                "label": label, "text": [{ "text": "send(Source);", "highlight_start": 1, "highlight_end": 5 }],
            })
        };
        let error = json!({
            "message": "the bound is not satisfied\nand more", "code": { "code": "E0277" }, "level": "error",
            "spans": [span(4, "Elsewhere", false), span(5, "`Label` cannot be sent", true)],
            "children": [
                { "message": "the trait `Help` is not implemented", "spans": [] },
                { "message": "required by a bound in `Note`", "spans": [span(9, "by this `Bound`", true)] },
            ],
        });
        let refusal = Refusal::of(&serde_json::from_value(error).unwrap(), "misuse/share.rs");
        let told = (refusal.code.as_str(), refusal.line, refusal.text.as_str());
        assert_eq!(told, ("E0277", 5, "the bound is not satisfied"));
        for word in ["satisfied", "and more", "Label", "Help", "Note", "Bound"] {
            assert!(refusal.said.contains(word), "{word}: {}", refusal.said);
        }
        for word in ["Source", "Elsewhere"] {
            assert!(!refusal.said.contains(word), "{word}: {}", refusal.said);
        }
    }

    #[test]
    fn an_error_inside_a_macro_is_on_the_line_that_calls_it() {
        let call = json!({ "file_name": "misuse/share.rs", "line_start": 7, "line_end": 7, "is_primary": false });
        let span = json!({
            "file_name": "/rustc/library/core/src/macros.rs", "line_start": 40, "line_end": 40, "is_primary": true,
            "expansion": { "span": call },
        });
        let error = json!({ "message": "m", "level": "error", "spans": [span] });
        assert_eq!(Refusal::of(&serde_json::from_value(error).unwrap(), "misuse/share.rs").line, 7);
    }
}
