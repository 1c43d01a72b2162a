//! Texts of authors in lines that fit.

use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use textwrap::{Options, WordSplitter};

/// The text in lines of at most `width` columns. Paragraphs are set anew; lines that begin with a blank or stand
/// between two ``` are code and stay as they are.
pub fn wrap(text: &str, width: u16) -> Text<'static> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in text.trim().lines() {
        let fence = line.trim_start().starts_with("```");
        let code = in_code || fence || line.starts_with(' ');
        if code || line.is_empty() || line.starts_with("- ") {
            set(&mut lines, &mut paragraph, width);
        }
        in_code ^= fence;
        if fence {
            continue;
        }
        if in_code && !fence {
            lines.push(Line::from(format!("    {line}")));
        } else if code || line.is_empty() {
            lines.push(Line::from(line.to_owned()));
        } else {
            paragraph.push_str(line);
            paragraph.push(' ');
        }
    }
    set(&mut lines, &mut paragraph, width);
    Text::from(lines)
}

fn set(lines: &mut Vec<Line<'static>>, paragraph: &mut String, width: u16) {
    if !paragraph.is_empty() {
        let indent = if paragraph.starts_with("- ") { "  " } else { "" };
        // Names and paths hold hyphens; a line does not end at them.
        let options = Options::new(width.max(8).into()).word_splitter(WordSplitter::NoHyphenation);
        let options = options.subsequent_indent(indent);
        lines.extend(
            textwrap::wrap(paragraph.trim_end(), options).into_iter().map(|line| Line::from(line.into_owned())),
        );
        paragraph.clear();
    }
}

/// The same lines, those that are wider than `width` columns continued on the next.
pub fn fold(text: Text<'static>, width: u16) -> Text<'static> {
    let width = usize::from(width.max(1));
    if text.lines.iter().all(|line| line.width() <= width) {
        return text;
    }
    let (style, alignment) = (text.style, text.alignment);
    let mut folded = Text::from(text.lines.into_iter().flat_map(|line| fold_line(line, width)).collect::<Vec<_>>());
    (folded.style, folded.alignment) = (style, alignment);
    folded
}

fn fold_line(line: Line<'static>, width: usize) -> Vec<Line<'static>> {
    let style = line.style;
    let characters = line.spans.iter().flat_map(|span| span.content.chars().map(|character| (character, span.style)));
    let mut rest: Vec<(char, Style)> = characters.collect();
    let mut rows = if rest.is_empty() { vec![Line::default()] } else { Vec::new() };
    let hang = hang(&rest, width);
    while !rest.is_empty() {
        if !rows.is_empty() {
            rest.splice(0..0, hang.iter().copied());
        }
        let behind = rest.split_off(row_end(&rest, width));
        rows.push(joined(&rest).style(style));
        // Marks that stand below code stand for nothing on a row of their own.
        rest = if is_marks(&behind) { Vec::new() } else { behind };
    }
    rows
}

fn is_marks(characters: &[(char, Style)]) -> bool {
    characters.iter().all(|(character, _)| " +~^-".contains(*character))
}

/// What a line is continued with: rustc's gutter and the indentation behind it, where both leave enough room.
fn hang(line: &[(char, Style)], width: usize) -> Vec<(char, Style)> {
    let is_digit = |character: &char| character.is_ascii_digit();
    let blanks = |from: usize| line[from..].iter().take_while(|(character, _)| *character == ' ').count();
    let number = blanks(0) + line[blanks(0)..].iter().take_while(|(character, _)| is_digit(character)).count();
    let sign = number + blanks(number);
    let end = match line.get(sign).map(|(character, _)| character) {
        Some('|') => Some(sign + 1 + blanks(sign + 1)).filter(|end| *end <= width / 2).unwrap_or(sign + 2),
        Some('=') if number == blanks(0) => sign + 2,
        _ => blanks(0),
    };
    let behind_sign = |(character, style): &(char, Style)| match character {
        '|' => ('|', *style),
        _ => (' ', *style),
    };
    let hang = line.iter().take(if end <= width / 2 { end } else { 0 });
    hang.map(behind_sign).collect()
}

/// How many of the characters go into one row: all that fit, up to a blank if there is one not too far from the end.
fn row_end(characters: &[(char, Style)], width: usize) -> usize {
    let mut used = 0;
    let fitting = characters.iter().take_while(|(character, _)| {
        used += Span::raw(character.to_string()).width();
        used <= width
    });
    let count = fitting.count().max(1);
    if count == characters.len() {
        return count;
    }
    let blank = characters[..count].iter().rposition(|(character, _)| *character == ' ');
    blank.map(|blank| blank + 1).filter(|end| *end > count / 2).unwrap_or(count)
}

fn joined(characters: &[(char, Style)]) -> Line<'static> {
    let runs = characters.chunk_by(|(_, left), (_, right)| left == right);
    let spans = runs.map(|run| Span::styled(run.iter().map(|(character, _)| character).collect::<String>(), run[0].1));
    Line::from(spans.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &Text<'_>) -> Vec<String> {
        text.lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn paragraphs_are_set_anew_and_code_is_not() {
        let text =
            "\nOne two\nthree four.\n\n    let a = 1;\n- first and more\n- second\n```rust\nlet b = 2;\n```\nEnd.\n";
        let expected = [
            "One two three",
            "four.",
            "",
            "    let a = 1;",
            "- first and",
            "  more",
            "- second",
            "    let b = 2;",
            "End.",
        ];
        assert_eq!(lines(&wrap(text, 13)), expected);
    }

    #[test]
    fn wide_lines_are_continued() {
        let wide = Line::from(vec![Span::raw("abc"), Span::raw("de漢字f")]);
        let text = Text::from(vec![wide, Line::from("ab"), Line::default(), Line::from("ab cd")]);
        assert_eq!(lines(&fold(text, 4)), ["abcd", "e漢", "字f", "ab", "", "ab ", "cd"]);
    }

    #[test]
    fn what_rustc_says_is_continued_behind_its_gutter() {
        let text = [
            " 9 |   ^^^ moved into here",
            " 9 |          ^ into here",
            "   |              +++",
            "   = note: one two three",
            "     one two three",
            "note: one two three",
        ];
        let expected = [
            " 9 |   ^^^ ",
            "   |   moved ",
            "   |   into here",
            " 9 |          ^ ",
            "   | into here",
            "   |            ",
            "   = note: one ",
            "     two three",
            "     one two ",
            "     three",
            "note: one two ",
            "three",
        ];
        assert_eq!(lines(&fold(Text::from(text.map(Line::from).to_vec()), 16)), expected);
    }
}
