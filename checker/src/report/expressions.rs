//! What the source text calls a thing: the expression in front of a call, the variable or field that a new value is for.

/// The longest name that fits a lane.
const LONGEST: usize = 20;

/// The name that ends a text: `self.a` of `let guard = self.a`. If it is too long, what stands in brackets is left out,
/// and if it is still too long, all but the field.
pub(super) fn last_name(text: &str) -> Option<String> {
    let name = last_expression(text).trim_start_matches(['&', '*']);
    if !name.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        return None;
    }
    let fits = |name: &&str| name.chars().count() <= LONGEST;
    let shorter = without_arguments(name);
    // What a call returns has no name by itself.
    let field = name.rsplit('.').next().filter(|field| !field.contains(['(', '[']));
    [name, &shorter].into_iter().chain(field).find(fits).map(str::to_owned)
}

/// The variable or field that a value made behind this text becomes, or becomes a part of: `a` of `let a = `, `forks` of
/// `Table { forks: (0..seats).map(|_| `.
pub(super) fn bound_name(text: &str) -> Option<String> {
    let statement = text.trim_start().trim_start_matches("pub ");
    let variable = ["let mut ", "let ", "static "].iter().find_map(|keyword| statement.strip_prefix(keyword));
    if let Some(variable) = variable {
        return identifier(variable);
    }
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut colons = text.match_indices(':').map(|(index, _)| index);
    // Not those of a path.
    let single = |index: &usize| !text[..*index].ends_with(':') && !text[index + 1..].starts_with(':');
    let before = &text[..colons.rfind(single)?];
    identifier(&before[before.trim_end_matches(is_word).len()..])
}

/// The channel that a call names in brackets, as nobody does who calls a method of the channel itself: `data` of
/// `recv(data)` or `recv(&data)`, `sender` of `send(sender, 1)`.
pub(super) fn selected(call: &str) -> Option<&str> {
    let mut depth = 0;
    let mut is_end = |character: char| {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ')' | ',' if depth == 0 => return true,
            _ => {}
        }
        false
    };
    let (arguments, takes_message) = match call.strip_prefix("recv(") {
        Some(arguments) => (arguments, false),
        None => (call.strip_prefix("send(")?, true),
    };
    let end = arguments.find(&mut is_end)?;
    let is_one_of_two = arguments[end..].starts_with(',');
    Some(arguments[..end].trim()).filter(|first| !first.is_empty() && is_one_of_two == takes_message)
}

fn identifier(text: &str) -> Option<String> {
    let end = text.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(text.len());
    Some(&text[..end]).filter(|name| !name.is_empty() && name.chars().count() <= LONGEST).map(str::to_owned)
}

/// The path, field access or call that a text ends with.
fn last_expression(text: &str) -> &str {
    let mut depth = 0;
    let mut start = text.len();
    for (index, character) in text.char_indices().rev() {
        match character {
            ')' | ']' => depth += 1,
            '(' | '[' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            _ if character.is_alphanumeric() || matches!(character, '_' | '.' | ':') => {}
            _ => break,
        }
        start = index;
    }
    &text[start..]
}

/// `forks[…]` of `forks[left.min(right)]`.
fn without_arguments(expression: &str) -> String {
    let mut short = String::new();
    let mut depth = 0;
    for character in expression.chars() {
        let closes = [')', ']'].contains(&character);
        depth -= usize::from(closes);
        match depth {
            0 => short.push(character),
            1 if !closes && short.ends_with(['(', '[']) => short.push('…'),
            _ => {}
        }
        depth += usize::from(['(', '['].contains(&character));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_stands_in_front_of_a_call() {
        for (text, name) in [
            ("let guard = self.accounts[0]", Some("self.accounts[0]")),
            ("match &*shared", Some("shared")),
            ("drop(self.forks[left.min(right)]", Some("self.forks[…]")),
            ("a_function(of, arguments).b", Some("a_function(…).b")),
            ("self.receiver.lock().unwrap()", None),
            ("self.one_field.another_field.last_field", Some("last_field")),
            ("self.a_field_with_a_name_that_is_far_too_long", None),
            ("(a + b)", None),
            ("", None),
        ] {
            assert_eq!(last_name(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn the_channel_of_a_selected_operation_stands_in_brackets() {
        for (call, channel) in [
            ("recv(data) -> message => {", Some("data")),
            ("recv(stop.as_ref().unwrap_or(&nobody)) -> _ => {}", Some("stop.as_ref().unwrap_or(&nobody)")),
            ("recv(&data).unwrap()", Some("&data")),
            ("send(sender, (1, 2)) -> _ => {}", Some("sender")),
            ("send((1, 2)).unwrap()", None),
            ("recv()", None),
            ("recv(", None),
            ("lock()", None),
        ] {
            assert_eq!(selected(call), channel, "{call}");
        }
    }

    #[test]
    fn a_new_value_is_for_a_variable_or_field() {
        for (text, name) in [
            ("    let mut a = ", Some("a")),
            ("let a: Mutex<Vec<u32>> = ", Some("a")),
            ("static BANK: Mutex<()> = ", Some("BANK")),
            ("pub static BANK: Mutex<()> = ", Some("BANK")),
            ("Account { id, cents: ", Some("cents")),
            ("Table { forks: (0..seats).map(|_| ", Some("forks")),
            ("state: std::sync::Arc::new(", Some("state")),
            ("std::sync::Arc::new(", None),
            ("let (a, b) = (", None),
            ("", None),
        ] {
            assert_eq!(bound_name(text).as_deref(), name, "{text}");
        }
    }
}
