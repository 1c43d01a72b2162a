//! What other crates see of an answer: its text without the bodies that no other crate is compiled from.
//!
//! Hidden tests that were compiled against one answer can be linked with another one whose interface is the same, word by
//! word. Most saves change nothing but the body of a function. A body belongs to the interface if other crates get a copy
//! of it (generic, `const`, `async` or inlined functions), if a type depends on it (`impl Trait`), or if it may hold more
//! than code; in every doubt it does. What is copied belongs to it together with its place, which a panic in it names.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The interface of an answer; none if its text alone does not tell.
pub(super) fn of(answer: &str) -> Option<String> {
    let tokens = tokens(answer);
    let mut reader = Reader { tokens: &tokens, next: 0, interface: String::new() };
    reader.items(false)?;
    Some(reader.interface)
}

struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    /// The number of lines before it, and of bytes before it in its line.
    place: (usize, usize),
}

/// Everything but blanks and comments.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut start = 0;
    let mut place = (0, 0);
    let mut tokens = Vec::new();
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        let is_blank = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if !is_blank {
            tokens.push(Token { kind: token.kind, text: &text[start..end], place });
        }
        place = match text[start..end].rfind('\n') {
            Some(last) => (place.0 + text[start..end].matches('\n').count(), end - start - last - 1),
            None => (place.0, place.1 + end - start),
        };
        start = end;
    }
    tokens
}

/// Words in a body that may make it more than code.
const MORE_THAN_CODE: [&str; 9] = ["impl", "struct", "enum", "union", "trait", "mod", "extern", "macro_rules", "macro"];

/// Macros that expand to nothing but code.
const MACROS: [&str; 25] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "line",
    "matches",
    "panic",
    "print",
    "println",
    "select",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
    "concat",
];

/// Attributes of a function that leave its body out of other crates.
const HARMLESS: [&str; 5] = ["allow", "doc", "expect", "must_use", "warn"];

/// Words that take in text from elsewhere, or make items out of nothing.
const FROM_ELSEWHERE: [&str; 6] = ["include", "include_str", "include_bytes", "path", "macro_rules", "macro_use"];

/// Words of items that no code is copied from.
const PLACELESS: [&str; 5] = ["struct", "enum", "union", "use", "type"];

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    /// The token to be read next.
    next: usize,
    interface: String,
}

impl Reader<'_> {
    /// Reads items, up to the bracket that ends them if they are within some.
    fn items(&mut self, within: bool) -> Option<()> {
        loop {
            let Some(token) = self.tokens.get(self.next) else { return (!within).then_some(()) };
            match token.text {
                "}" => {
                    self.next += 1;
                    self.interface.push_str("}\n");
                    return within.then_some(());
                }
                ";" => self.next += 1,
                _ => self.item()?,
            }
        }
    }

    /// Reads one item with its attributes.
    fn item(&mut self) -> Option<()> {
        let first = self.next;
        let mut is_harmless = true;
        let mut words: Vec<&str> = Vec::new();
        loop {
            let token = self.tokens.get(self.next)?;
            match token.text {
                "#" => {
                    self.next += 1;
                    if self.tokens.get(self.next)?.text == "!" {
                        self.next += 1;
                    }
                    let name = self.tokens.get(self.next + 1)?.text;
                    is_harmless &= HARMLESS.contains(&name);
                    self.skip_brackets()?;
                }
                word if FROM_ELSEWHERE.contains(&word) => return None,
                "fn" if self.is_word(self.next + 1) => {
                    let copied = !is_harmless || words.iter().any(|word| ["const", "async", "extern"].contains(word));
                    return self.function(first, copied);
                }
                "impl" => {
                    let is_generic = self.tokens.get(self.next + 1)?.text == "<";
                    self.skip_to_body()?;
                    if !is_generic && is_harmless {
                        return self.enter(first);
                    }
                    self.skip_brackets()?;
                    return self.keep(first, true);
                }
                "mod" => {
                    self.skip_to_body()?;
                    // A module without a body is another file.
                    return if self.tokens.get(self.next)?.text == "{" { self.enter(first) } else { None };
                }
                // What stands in the brackets of any other item belongs to the interface.
                "{" => {
                    self.skip_brackets()?;
                    return self.keep(first, !PLACELESS.iter().any(|word| words.contains(word)));
                }
                "(" | "[" => self.skip_brackets()?,
                ";" => {
                    self.next += 1;
                    return self.keep(first, !PLACELESS.iter().any(|word| words.contains(word)));
                }
                // The end of what this item stands in: it is no item.
                "}" | ")" | "]" => return None,
                "=" => {
                    self.skip_to_semicolon()?;
                    return self.keep(first, true);
                }
                word => {
                    words.push(word);
                    self.next += 1;
                }
            }
        }
    }

    /// Takes the tokens from `first` up to here into the interface.
    fn keep(&mut self, first: usize, with_places: bool) -> Option<()> {
        for token in &self.tokens[first..self.next] {
            self.interface.push_str(token.text);
            if with_places {
                self.interface.push_str(&format!("@{}:{}", token.place.0, token.place.1));
            }
            self.interface.push('\n');
        }
        Some(())
    }

    /// Reads a function from its `fn` on; the item begins with the token `start`.
    fn function(&mut self, start: usize, copied: bool) -> Option<()> {
        let head = self.next;
        self.skip_to_body()?;
        let signature = &self.tokens[head..self.next];
        if self.tokens.get(self.next)?.text == ";" {
            self.next += 1;
            return self.keep(start, false);
        }
        let is_generic =
            signature.get(2)?.text == "<" || signature.iter().any(|it| ["impl", "where"].contains(&it.text));
        let first = self.next;
        self.skip_brackets()?;
        let body = &self.tokens[first..self.next];
        if body.iter().any(|token| FROM_ELSEWHERE.contains(&token.text)) {
            return None;
        }
        if copied || is_generic || !is_code(body) {
            return self.keep(start, true);
        }
        let end = std::mem::replace(&mut self.next, first);
        self.keep(start, false)?;
        self.next = end;
        Some(())
    }

    fn is_word(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| matches!(token.kind, TokenKind::Ident | TokenKind::RawIdent))
    }

    /// Goes into the brackets that open here, and reads the items in them. What stands before them begins with the token
    /// `start`.
    fn enter(&mut self, start: usize) -> Option<()> {
        self.next += 1;
        self.keep(start, false)?;
        self.items(true)
    }

    /// Goes on to the `{` or `;` that ends a head.
    fn skip_to_body(&mut self) -> Option<()> {
        loop {
            match self.tokens.get(self.next)?.text {
                "{" | ";" => return Some(()),
                "(" | "[" => self.skip_brackets()?,
                "}" | ")" | "]" => return None,
                _ => self.next += 1,
            }
        }
    }

    fn skip_to_semicolon(&mut self) -> Option<()> {
        loop {
            match self.tokens.get(self.next)?.text {
                ";" => {
                    self.next += 1;
                    return Some(());
                }
                "(" | "[" | "{" => self.skip_brackets()?,
                "}" | ")" | "]" => return None,
                word if FROM_ELSEWHERE.contains(&word) => return None,
                _ => self.next += 1,
            }
        }
    }

    /// Goes on behind the bracket that closes the one that opens here.
    fn skip_brackets(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.tokens.get(self.next)?.text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.checked_sub(1)?,
                _ => {}
            }
            self.next += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }
}

/// Whether a body holds nothing but code.
fn is_code(body: &[Token<'_>]) -> bool {
    let is_call = |index: usize| body.get(index + 1).is_some_and(|next| next.text == "!");
    // `!=` is two tokens to the lexer.
    let is_comparison = |index: usize| body.get(index + 2).is_some_and(|next| next.text == "=");
    body.iter().enumerate().all(|(index, token)| {
        let is_word = matches!(token.kind, TokenKind::Ident | TokenKind::RawIdent);
        let is_known = !is_call(index) || is_comparison(index) || MACROS.contains(&token.text);
        !is_word || (!MORE_THAN_CODE.contains(&token.text) && is_known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same(one: &str, other: &str) -> bool {
        let (one, other) = (of(one), of(other));
        one.is_some() && one == other
    }

    #[test]
    fn the_body_of_a_plain_function_is_left_out() {
        for (one, other) in [
            ("pub fn f(x: u8) -> u8 { x + 1 }", "pub fn f(x: u8) -> u8 { x + 2 }"),
            ("impl S { fn f(&self) { a(); } }", "impl S { fn f(&self) { b(); } }"),
            (
                "impl Clone for S {\n    fn clone(&self) -> S { S(1) }\n}",
                "impl Clone for S {\n    fn clone(&self) -> S { S(2) }\n}",
            ),
            ("mod m { pub fn f() { println!(\"a\") } }", "mod m { pub fn f() { println!(\"b\") } }"),
            ("/// Says.\n#[must_use]\nfn f() -> bool { 1 != 2 }", "/// Says.\n#[must_use]\nfn f() -> bool { 1 == 2 }"),
            // Nor does it count where the functions around it stand, or what is said about them.
            (
                "fn f() { a() }\nstruct S;\nfn g() {}",
                "// Two lines.\nfn f() { a();\n\n }\n/// One.\nstruct S;\nfn g() {}",
            ),
            ("fn f() { let c = |x: [u8; 2]| x; }", "fn f() { let c = |x: [u8; 1]| x; }"),
        ] {
            assert!(is_same(one, other), "{one}");
        }
    }

    #[test]
    fn what_other_crates_are_compiled_from_is_not() {
        for (one, other) in [
            ("pub fn f(x: u8) {}", "pub fn f(x: u16) {}"),
            ("struct S(u8);", "struct S(u16);"),
            ("pub fn f<T>(x: T) { a() }", "pub fn f<T>(x: T) { b() }"),
            ("pub fn f(x: impl Fn()) { a() }", "pub fn f(x: impl Fn()) { b() }"),
            ("pub fn f() -> impl Fn() { a }", "pub fn f() -> impl Fn() { b }"),
            ("pub async fn f() { a() }", "pub async fn f() { b() }"),
            ("pub const fn f() -> u8 { 1 }", "pub const fn f() -> u8 { 2 }"),
            ("#[inline]\npub fn f() { a() }", "#[inline]\npub fn f() { b() }"),
            ("#[track_caller]\npub fn f() { a() }", "#[track_caller]\npub fn f() { b() }"),
            ("impl<T> S<T> { fn f(&self) { a() } }", "impl<T> S<T> { fn f(&self) { b() } }"),
            ("trait T { fn f(&self) { a() } }", "trait T { fn f(&self) { b() } }"),
            ("const X: [u8; 2] = [1, 2];", "const X: [u8; 2] = [1, 3];"),
            ("static F: fn() = { fn g() {} g };", "static F: fn() = { fn g() { a() } g };"),
            ("fn f() { impl Send for S {} }", "fn f() { }"),
            ("fn f() { items!(a) }", "fn f() { items!(b) }"),
            ("thread_local! { static X: u8 = const { 1 }; }", "thread_local! { static X: u8 = const { 2 }; }"),
            // Every line and column of what follows counts: a panic in a copied body names its place.
            ("fn f() { a() }\nfn g<T>() {}", "fn f() { a();\n }\nfn g<T>() {}"),
            ("fn f() { a() } fn g<T>() {}", "fn f() { ab() } fn g<T>() {}"),
        ] {
            assert!(!is_same(one, other), "{one}");
            assert!(of(one).is_some(), "{one}");
        }
    }

    #[test]
    fn a_text_that_does_not_tell_has_no_interface() {
        for text in [
            "mod other;",
            "include!(\"x.rs\");",
            "macro_rules! m { () => { fn f() {} } }",
            "fn f() {",
            "fn f() }",
            "}",
            "fn f() { include!(\"x\") }",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn every_solution_has_an_interface() {
        let solutions = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("solutions");
        let mut count = 0;
        for chapter in std::fs::read_dir(solutions).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
            for file in std::fs::read_dir(chapter.path()).unwrap().flatten() {
                let text = std::fs::read_to_string(file.path()).unwrap();
                assert!(of(&text).is_some() || text.contains("macro_rules"), "{}", file.path().display());
                count += 1;
            }
        }
        assert!(count > 30);
    }
}
