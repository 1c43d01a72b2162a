//! The tokens of an answer.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, strip_shebang, tokenize};

/// The tokens of a text, without blanks and ordinary comments. Doc comments stay: they are attributes.
pub(super) struct Tokens<'a> {
    tokens: Vec<Token<'a>>,
}

struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    line: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        // rustc reads neither of the two.
        let text_of_rust = text.strip_prefix('\u{feff}').unwrap_or(text);
        let begin = strip_shebang(text_of_rust).unwrap_or(0);
        let (mut start, mut line) = (begin, 1);
        let mut tokens = Vec::new();
        for token in tokenize(&text_of_rust[begin..], FrontmatterAllowed::No) {
            let text = &text_of_rust[start..start + token.len as usize];
            start += token.len as usize;
            let is_read = !matches!(
                token.kind,
                TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
            );
            if is_read {
                tokens.push(Token { kind: token.kind, text, line });
            }
            line += text.matches('\n').count();
        }
        Tokens { tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token as it is written; nothing behind the last one.
    pub(super) fn text(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.text)
    }

    /// The line that the token begins on, from 1.
    pub(super) fn line(&self, index: usize) -> usize {
        self.tokens.get(index).map_or(0, |token| token.line)
    }

    /// Whether it is a name or a keyword.
    pub(super) fn is_name(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| matches!(token.kind, TokenKind::Ident | TokenKind::RawIdent))
    }

    /// Whether it is a name behind `r#`, which is no keyword.
    pub(super) fn is_raw(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::RawIdent)
    }

    /// The name without `r#`, which makes no other name of it.
    pub(super) fn name(&self, index: usize) -> &'a str {
        let text = self.text(index);
        text.strip_prefix("r#").unwrap_or(text)
    }
}
