//! Texts that fit into a number of columns.

use textwrap::core::display_width;

/// The text, cut to at most `width` columns; the cut shows as `…`.
pub(super) fn cut(text: &str, width: usize) -> String {
    if display_width(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for character in text.chars() {
        if display_width(&short) + display_width(character.encode_utf8(&mut [0; 4])) + 1 > width {
            break;
        }
        short.push(character);
    }
    if width > 0 {
        short.push('…');
    }
    short
}

/// The text in exactly `width` columns, the last of them blank.
pub(super) fn columns(text: &str, width: usize) -> String {
    let mut text = cut(text, width.saturating_sub(1));
    text.push_str(&" ".repeat(width.saturating_sub(display_width(&text))));
    text
}

/// The text in lines of at most `width` columns.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, width.max(10)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_counts_columns_not_characters() {
        assert_eq!(cut("ab", 2), "ab");
        assert_eq!(cut("abc", 2), "a…");
        assert_eq!(cut("漢字漢字", 5), "漢字…");
        assert_eq!(cut("abc", 0), "");
        assert_eq!(columns("abc", 6), "abc   ");
        assert_eq!(columns("abcdef", 4), "ab… ");
    }
}
