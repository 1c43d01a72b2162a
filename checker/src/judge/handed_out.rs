//! What an answer has changed about the public functions that came with the exercise.

use std::path::Path;

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The public functions that an exercise hands out and that its solution leaves as they are.
#[derive(Debug, Default)]
pub(super) struct HandedOut {
    functions: Vec<Function>,
}

/// A function that is declared in another way than it was handed out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Its name.
    pub(super) function: String,
    handed_out: String,
    answer: String,
}

impl Change {
    /// Both declarations, a line each.
    pub(super) fn lines(&self) -> [String; 2] {
        [format!("handed out: {}", self.handed_out), format!("your code: {}", self.answer)]
    }
}

/// A public function up to its body.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Function {
    /// The type whose `impl` it stands in, if it stands in one, and its name.
    name: (String, String),
    head: String,
}

impl HandedOut {
    /// From the file that is handed out and the solution. What cannot be read is not compared.
    pub(super) fn read(starter: &Path, solution: &Path) -> Self {
        let text = |path| std::fs::read_to_string(path).unwrap_or_default();
        HandedOut::new(&text(starter), &text(solution))
    }

    fn new(starter: &str, solution: &str) -> Self {
        let solution = functions(solution);
        let mut functions = functions(starter);
        // What learners are to change, such as bounds that are missing, is not compared.
        functions.retain(|function| solution.iter().any(|other| function.is_declared_as(other)));
        HandedOut { functions }
    }

    /// The first function that the answer declares in another way.
    pub(super) fn change_in(&self, answer: &str) -> Option<Change> {
        let answer = functions(answer);
        let changed = |function: &Function| {
            let other = answer.iter().find(|other| other.name == function.name)?;
            (!function.is_declared_as(other)).then(|| Change {
                function: function.name.1.clone(),
                handed_out: function.head.clone(),
                answer: other.head.clone(),
            })
        };
        self.functions.iter().find_map(changed)
    }
}

impl Function {
    /// Whether they differ in nothing but the names of parameters.
    fn is_declared_as(&self, other: &Function) -> bool {
        self.name == other.name && without_names(&self.head) == without_names(&other.head)
    }
}

/// All public functions in a text.
fn functions(text: &str) -> Vec<Function> {
    let tokens = tokens(text);
    let word = |index: usize| tokens.get(index).map_or("", |(start, end)| &text[*start..*end]);
    let mut functions = Vec::new();
    let (mut owner, mut owner_depth, mut braces) = (String::new(), 0, 0_usize);
    let mut index = 0;
    while index < tokens.len() {
        let begin = index;
        match word(index) {
            "impl" => {
                while !["{", ";", ""].contains(&word(index)) {
                    index += 1;
                }
                (owner, owner_depth) = (owner_of((begin + 1..index).map(word)), braces);
            }
            "{" => {
                braces += 1;
                index += 1;
            }
            "}" => {
                braces = braces.saturating_sub(1);
                if braces == owner_depth {
                    owner.clear();
                }
                index += 1;
            }
            "fn" => {
                let name = word(index + 1).to_owned();
                let mut depth = 0_u32;
                while index < tokens.len() && (depth > 0 || !["{", ";"].contains(&word(index))) {
                    match word(index) {
                        "(" | "[" => depth += 1,
                        ")" | "]" => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    index += 1;
                }
                let qualifiers = (0..begin).rev().take_while(|it| ["const", "async", "unsafe"].contains(&word(*it)));
                let first = qualifiers.last().unwrap_or(begin);
                if first > 0 && word(first - 1) == "pub" && index < tokens.len() {
                    let head = &text[tokens[first - 1].0..tokens[index].0];
                    functions.push(Function { name: (owner.clone(), name), head: on_one_line(head) });
                }
            }
            _ => index += 1,
        }
    }
    functions
}

/// Where everything but blanks and comments begins and ends.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut end = 0;
    let mut tokens = Vec::new();
    for token in tokenize(text, FrontmatterAllowed::No) {
        let start = end;
        end += token.len as usize;
        let is_blank = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if !is_blank {
            tokens.push((start, end));
        }
    }
    tokens
}

/// The name of the type in `<T> Trait for Type<T>`.
fn owner_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut depth = 0_i32;
    let mut name = "";
    let mut last = "";
    for word in words {
        match word {
            "<" => depth += 1,
            // The second half of an arrow is none.
            ">" if last != "-" => depth -= 1,
            "for" if depth == 0 => name = "",
            "where" if depth == 0 => break,
            word if depth == 0 && word.starts_with(char::is_alphabetic) => name = word,
            _ => {}
        }
        last = word;
    }
    name.to_owned()
}

/// The text with single blanks, as it would stand on a line wide enough.
fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = words.join(" ").replace("( ", "(").replace(", )", ")").replace(",)", ")");
    joined.trim_end_matches(',').to_owned()
}

/// The declaration without the names of the parameters.
fn without_names(head: &str) -> String {
    let mut depth = 0_i32;
    let mut angles = 0_i32;
    let mut is_name = false;
    let mut types = String::new();
    let mut parameter = String::new();
    let characters: Vec<char> = head.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| characters[before]);
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '<' => angles += 1,
            '>' if before != Some('-') => angles -= 1,
            _ => {}
        }
        let begins = depth == 1 && angles == 0 && (character == '(' || character == ',');
        let is_colon = character == ':' && characters.get(index + 1) != Some(&':') && before != Some(':');
        if is_name && depth == 1 && angles == 0 && is_colon {
            // What stands before it is the name.
            parameter.clear();
            is_name = false;
            continue;
        }
        parameter.push(character);
        if begins || depth == 0 {
            types.push_str(&parameter);
            parameter.clear();
            is_name = begins;
        }
    }
    types.push_str(&parameter);
    types.retain(|character| !character.is_whitespace());
    types
}

#[cfg(test)]
mod tests {
    use super::*;

    const STARTER: &str = "impl<C: Clone> Store<C> {\n    pub fn update(&self, f: impl FnOnce(&mut C)) {\n        f()\n    }\n}\n\
                           impl Drop for Store {\n    fn drop(&mut self) {}\n}\npub fn run<T>(values: Vec<T>, times: usize) -> T {}\n";

    fn change(answer: &str) -> Option<Change> {
        HandedOut::new(STARTER, STARTER).change_in(answer)
    }

    #[test]
    fn a_function_that_is_declared_in_another_way_is_found() {
        let answer = STARTER.replace("FnOnce", "Fn");
        let change = change(&answer).unwrap();
        assert_eq!(change.function, "update");
        let [handed_out, own] = change.lines();
        assert_eq!(handed_out, "handed out: pub fn update(&self, f: impl FnOnce(&mut C))");
        assert_eq!(own, "your code: pub fn update(&self, f: impl Fn(&mut C))");
    }

    #[test]
    fn bodies_and_the_names_of_parameters_are_nobodys_business() {
        let answer = STARTER.replace("times: usize", "mut n: usize").replace("f: impl", "change: impl");
        assert_eq!(change(&answer.replace("f()", "g()")), None);
        let over_lines =
            STARTER.replace("(values: Vec<T>, times: usize)", "(\n    values: Vec<T>,\n    times: usize,\n)");
        assert_eq!(change(&over_lines), None);
        assert_eq!(change(&STARTER.replace("Store", "Shop")), None, "another type has another `update`");
        assert_eq!(change(&STARTER.replace("usize", "u32")).unwrap().function, "run");
        assert_eq!(change(&STARTER.replace("Vec<T>,", "Vec<T>")).unwrap().function, "run");
    }

    #[test]
    fn what_the_solution_changes_is_not_compared() {
        let solution = STARTER.replace("<T>", "<T: Send>");
        let handed_out = HandedOut::new(STARTER, &solution);
        assert_eq!(handed_out.change_in(&STARTER.replace("<T>", "<T: Clone>")), None);
        assert!(handed_out.change_in(&STARTER.replace("FnOnce", "FnMut")).is_some());
    }
}
