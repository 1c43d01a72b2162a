//! Text that somebody else wrote, made harmless for whoever reads it.
//!
//! A [`Plain`] is made of any text and read back from any file without what could steer a terminal, turn the reading
//! direction round or break XML. What a format gives a meaning of its own (`<`, a leading `=`, `::command::`) is the
//! business of the output that writes this format.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest text that is kept, in bytes; of more, the beginning is kept and the cut shows.
pub const LONGEST: usize = 64 * 1024;

/// Text without escape sequences, controls other than line ends and tabs, bidirectional controls, other invisible
/// marks that reorder or hide text, and U+FFFE and U+FFFF.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Plain(String);

impl Plain {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in one line: line ends and runs of blanks become one blank.
    pub fn in_one_line(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl From<&str> for Plain {
    fn from(text: &str) -> Self {
        Plain(cut(&cleaned(text)))
    }
}

impl From<String> for Plain {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = match text.contains(['\u{1b}', '\u{9b}']) {
        // Tabs would be taken for a control.
        true => Cow::Owned(strip_ansi_escapes::strip_str(text.replace('\t', "    "))),
        false => Cow::Borrowed(&text),
    };
    text.chars().filter(|character| !is_harmful(*character)).collect()
}

/// Whether a character could do something else than be seen.
fn is_harmful(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        // Left-to-right and right-to-left marks, embeddings, overrides and isolates, and the Arabic letter mark.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' => true,
        // Deprecated format characters, the byte order mark, interlinear annotations, tags that hide text.
        '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    }
}

fn cut(text: &str) -> String {
    match text.len() > LONGEST {
        true => format!("{}…", &text[..text.floor_char_boundary(LONGEST)]),
        false => text.to_owned(),
    }
}

/// The text with nothing in it that a GitHub Actions runner obeys when it is printed: `::command::` at the beginning of a
/// line, after blanks too, and `##[command]` anywhere in one.
pub fn without_commands(text: &str) -> String {
    let harmless = |line: &str| {
        let line = line.replace("##[", "## [");
        let code = line.trim_start();
        match code.strip_prefix("::") {
            Some(rest) => format!("{}: :{rest}", &line[..line.len() - code.len()]),
            None => line,
        }
    };
    text.split('\n').map(harmless).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_reader_is_removed() {
        let cases = [
            ("plain, \"quoted\" <b> =1+1 ü 漢字 🎉", "plain, \"quoted\" <b> =1+1 ü 漢字 🎉"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("\u{1b}]0;title\u{7}after", "after"),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
            ("one\r\ntwo\rthree\tfour\n", "one\ntwo\nthree\tfour\n"),
            ("a\u{202e}b\u{2066}c\u{200f}d\u{61c}e", "abcde"),
            ("\u{feff}x\u{fffe}y\u{ffff}z", "xyz"),
            ("nul\0bell\u{7}del\u{7f}c1\u{85}", "nulbelldelc1"),
            ("tag\u{e0041}", "tag"),
        ];
        for (text, expected) in cases {
            assert_eq!(Plain::from(text).as_str(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_runner_obeys_nothing_that_a_student_wrote() {
        let cases = [
            ("::error::x", ": :error::x"),
            ("a\n  ::set-env name=x::y\n", "a\n  : :set-env name=x::y\n"),
            ("a ##[command]b ##[x]", "a ## [command]b ## [x]"),
            ("std::thread::spawn", "std::thread::spawn"),
        ];
        for (text, expected) in cases {
            assert_eq!(without_commands(text), expected);
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let plain = Plain::from("ü".repeat(LONGEST));
        assert!(plain.as_str().len() <= LONGEST + 4 && plain.as_str().ends_with("ü…"));
    }

    #[test]
    fn text_that_is_read_back_is_cleaned_again() {
        let plain: Plain = serde_json::from_str("\"a\\u001b[2Jb\\u202ec\"").unwrap();
        assert_eq!(plain.as_str(), "abc");
    }
}
