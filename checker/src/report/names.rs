//! What the objects of an interleaving are called: as the learner's source calls them.

use threadlings_report::{Interleaving, Place};

use super::expressions::{bound_name, last_name, selected};

/// Names for the objects of one interleaving.
pub(super) struct Names<'a> {
    source: Vec<&'a str>,
    interleaving: &'a Interleaving,
    /// For each object: its one name, if the source calls it the same everywhere and nothing else so.
    single: Vec<Option<String>>,
    /// For each object: what the source calls it, in the order of the steps.
    called: Vec<Vec<String>>,
    /// The objects that need a letter, in the order of the letters.
    letters: Vec<usize>,
}

/// Objects that are shown in words of their own, see [`Names::in_place_of_name`], and the two ends of a channel.
const NAMELESS: [&str; 3] = ["Arc", "value", CHANNEL];

/// What a channel is called as an object.
const CHANNEL: &str = "channel";

/// Every place at which something is done to an object, and what.
fn mentions(interleaving: &Interleaving) -> impl Iterator<Item = (usize, Option<Place>, &str)> {
    let steps = interleaving.steps.iter().map(|step| (step.object, step.place, step.operation.as_str()));
    let blocked =
        interleaving.blocked.iter().map(|blocked| (blocked.object, blocked.place, blocked.operation.as_str()));
    steps.chain(blocked).filter_map(|(object, place, operation)| Some((object?, place, operation)))
}

impl<'a> Names<'a> {
    pub(super) fn new(source: &'a str, interleaving: &'a Interleaving) -> Self {
        let mut names = Names {
            source: source.lines().collect(),
            interleaving,
            single: Vec::new(),
            called: Vec::new(),
            letters: Vec::new(),
        };
        let mut seen: Vec<Vec<String>> = vec![Vec::new(); interleaving.objects.len()];
        for (object, place, operation) in mentions(interleaving) {
            if names.is_called_there(object, operation)
                && let Some(name) = place.and_then(|place| names.written_at(place))
                && !seen[object].contains(&name)
            {
                seen[object].push(name);
            }
        }
        for (object, made) in interleaving.objects.iter().enumerate() {
            if seen[object].is_empty() && !NAMELESS.contains(&made.kind.as_str()) {
                seen[object].extend(made.made.and_then(|place| names.bound_at(place)));
            }
        }
        let is_shared =
            |index: usize, name: &String| (0..seen.len()).any(|other| other != index && seen[other].contains(name));
        let single = |index: usize| match seen[index].as_slice() {
            [name] if !is_shared(index, name) => Some(name.clone()),
            _ => None,
        };
        names.single = (0..seen.len()).map(single).collect();
        // The two ends of a channel have names of their own, and nobody takes one for the other.
        let needs_letter = |index: &usize| match names.kind(*index) {
            CHANNEL => seen[*index].iter().any(|name| is_shared(*index, name)),
            _ => names.single[*index].is_none(),
        };
        let mut letters: Vec<usize> = (0..seen.len()).filter(needs_letter).collect();
        // Those that are hardly ever named come last, so that the others have the same letters in a report and in the
        // whole execution.
        letters.sort_by_key(|index| names.in_place_of_name(*index).is_some());
        names.letters = letters;
        names.called = seen;
        names
    }

    /// The source text of a line, without the blanks around it.
    pub(super) fn line(&self, line: u32) -> &'a str {
        self.source.get((line as usize).wrapping_sub(1)).map_or("", |line| line.trim())
    }

    /// Where a function of this name begins.
    pub(super) fn function(&self, name: &str) -> Option<Place> {
        let begins = |line: &&str| {
            let after = line.split_once("fn ").filter(|(before, _)| !before.contains("//"));
            let rest = after.and_then(|(_, after)| after.strip_prefix(name));
            rest.is_some_and(|rest| rest.starts_with(['(', '<']))
        };
        let line = (1..).zip(&self.source).find(|(_, line)| begins(line))?.0;
        Some(Place { line, column: 1 })
    }

    /// What an object is called, said at a place if one is given. It is never empty.
    pub(super) fn object(&self, object: usize, place: Option<Place>) -> String {
        match self.short(object, place) {
            Some(name) => format!("`{name}`"),
            None => match self.single.get(object).and_then(Option::as_ref) {
                Some(end) => format!("the channel of `{end}`"),
                None => self.described(object),
            },
        }
    }

    /// What the source calls an object at a place: `self.balance`; where it has several names, a letter tells which
    /// object it is.
    pub(super) fn short(&self, object: usize, place: Option<Place>) -> Option<String> {
        let single = self.single.get(object)?.clone().filter(|_| self.kind(object) != CHANNEL);
        if single.is_some() {
            return single;
        }
        let called = &self.called[object];
        // A lock is given back at the place where it was taken, and that may be the `wait` of a condition variable; and
        // where the text in front of the call is no name, it has one elsewhere.
        let name = match self.written_at(place?) {
            Some(written) if called.is_empty() || called.contains(&written) => written,
            Some(_) => called[0].clone(),
            None => called.first().filter(|_| !NAMELESS.contains(&self.kind(object)))?.clone(),
        };
        Some(match self.letter(object) {
            Some(letter) => format!("{name} ({letter})"),
            None => name,
        })
    }

    fn kind(&self, object: usize) -> &str {
        self.interleaving.objects.get(object).map_or("", |object| object.kind.as_str())
    }

    /// Whether the name in front of an operation is that of its object. A lock is also given back and taken again by
    /// the `wait` of a condition variable, which has another name.
    fn is_called_there(&self, object: usize, operation: &str) -> bool {
        let is_lock = ["Mutex", "RwLock"].contains(&self.kind(object));
        operation != "unlock" && !(is_lock && operation.starts_with("wait"))
    }

    /// What stands in front of an operation where the source has no name for its object: `Arc::`, whose operations are
    /// called as functions, or `value` for a payload of the hidden test.
    pub(super) fn in_place_of_name(&self, object: usize) -> Option<String> {
        match self.interleaving.objects.get(object)?.kind.as_str() {
            "Arc" => Some("Arc::".into()),
            "value" => Some("value".into()),
            _ => None,
        }
    }

    /// Puts names in the place of object marks.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for object in 0..self.interleaving.objects.len() {
            let mark = format!("{{#{object}}}");
            if filled.contains(&mark) {
                filled = filled.replace(&mark, &self.object(object, None));
            }
        }
        filled
    }

    /// Where the source gives no name: what it is and where it was made.
    fn described(&self, object: usize) -> String {
        let Some(what) = self.interleaving.objects.get(object) else { return "it".into() };
        let alone = self.interleaving.objects.iter().filter(|other| other.kind == what.kind).count() == 1;
        match what.made {
            Some(made) if alone => format!("the {} made on line {}", what.kind, made.line),
            Some(made) => format!("the {}{} made on line {}", what.kind, self.in_brackets(object), made.line),
            None if alone => format!("the {}", what.kind),
            None => format!("the {}{}", what.kind, self.in_brackets(object)),
        }
    }

    fn letter(&self, object: usize) -> Option<char> {
        let position = self.letters.iter().position(|other| *other == object)?;
        Some(char::from(b'A' + (position % 26) as u8))
    }

    fn in_brackets(&self, object: usize) -> String {
        self.letter(object).map_or(String::new(), |letter| format!(" ({letter})"))
    }

    /// The expression in front of the method called at `place`: `self.a` of `self.a.lock()`; or that of an arm of a
    /// `select!`, or of an operation that was selected by hand.
    fn written_at(&self, place: Place) -> Option<String> {
        let line = *self.source.get((place.line as usize).checked_sub(1)?)?;
        let called: String = line.chars().skip((place.column as usize).checked_sub(1)?).collect();
        if let Some(channel) = selected(&called) {
            return last_name(channel);
        }
        let before: String = line.chars().take((place.column as usize).checked_sub(1)?).collect();
        let before = before.trim_end();
        let before = match before.strip_suffix('.')? {
            // A chain of calls, one a line: the expression ends on a line above.
            "" => "",
            rest if rest.trim().is_empty() => "",
            rest => rest,
        };
        let before = match before {
            "" => self.source[..place.line as usize - 1].iter().rev().find(|line| !line.trim().is_empty())?.trim_end(),
            before => before,
        };
        last_name(before)
    }

    /// The variable or field that an object made at `place` is for.
    fn bound_at(&self, place: Place) -> Option<String> {
        let line = *self.source.get((place.line as usize).checked_sub(1)?)?;
        let before: String = line.chars().take((place.column as usize).checked_sub(1)?).collect();
        bound_name(&before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings_report::{Object, Step};

    fn interleaving(steps: &[(usize, u32, u32)]) -> Interleaving {
        let step = |&(object, line, column): &(usize, u32, u32)| Step {
            place: Some(Place { line, column }),
            operation: "lock".into(),
            object: Some(object),
            ..Step::default()
        };
        let object = || Object { kind: "Mutex".into(), made: Some(Place { line: 1, column: 5 }) };
        Interleaving {
            steps: steps.iter().map(step).collect(),
            objects: vec![object(), object()],
            ..Default::default()
        }
    }

    #[test]
    fn an_object_has_the_name_that_the_source_gives_it() {
        let source = "let a = Mutex::new(1);\nlet guard = self.accounts[0].lock().unwrap();\nb\n    .lock();\n";
        let steps = interleaving(&[(0, 2, 30), (1, 4, 6)]);
        let names = Names::new(source, &steps);
        assert_eq!(names.object(0, None), "`self.accounts[0]`");
        assert_eq!(names.object(1, None), "`b`");
        assert_eq!(names.fill("{#1} is taken"), "`b` is taken");
    }

    #[test]
    fn one_name_for_two_objects_gets_letters() {
        let source = "x.lock();\nx.lock();\n";
        let steps = interleaving(&[(0, 1, 3), (1, 2, 3)]);
        let names = Names::new(source, &steps);
        assert_eq!(names.object(0, Some(Place { line: 1, column: 3 })), "`x (A)`");
        assert_eq!(names.object(1, None), "the Mutex (B) made on line 1");
    }

    #[test]
    fn the_ends_of_a_channel_have_their_own_names() {
        let source = "sender.send();\nreceiver.recv();\n";
        let mut steps = interleaving(&[(0, 1, 8), (0, 2, 10)]);
        steps.objects[0].kind = CHANNEL.into();
        let names = Names::new(source, &steps);
        let at = |line, column| names.short(0, Some(Place { line, column }));
        assert_eq!((at(1, 8).as_deref(), at(2, 10).as_deref()), (Some("sender"), Some("receiver")));
        assert_eq!(names.short(0, None), None, "a step of the hidden test has the name of neither");
    }

    #[test]
    fn a_channel_has_the_name_that_stands_in_its_arm() {
        let source = "select! {\n    recv(stop) -> _ => return,\n}\noperation.recv(&data);\n";
        let mut steps = interleaving(&[(0, 2, 5), (1, 4, 11)]);
        steps.objects.iter_mut().for_each(|object| object.kind = CHANNEL.into());
        let names = Names::new(source, &steps);
        assert_eq!(names.short(0, Some(Place { line: 2, column: 5 })).as_deref(), Some("stop"));
        assert_eq!(names.short(1, Some(Place { line: 4, column: 11 })).as_deref(), Some("data"));
        assert_eq!(names.fill("{#0} is closed"), "the channel of `stop` is closed");
    }

    #[test]
    fn a_lock_does_not_get_the_name_of_the_condition_variable() {
        let source = "mutex.lock();\nchanged.wait();\n";
        let mut steps = interleaving(&[(0, 1, 7), (0, 2, 9)]);
        steps.steps[1].operation = "unlock".into();
        let names = Names::new(source, &steps);
        assert_eq!(names.short(0, Some(Place { line: 2, column: 9 })).as_deref(), Some("mutex"));
    }

    #[test]
    fn a_lock_with_two_names_does_not_get_a_third_from_the_condition_variable() {
        let source = "mutex.lock();\nchanged.wait();\nself.mutex.lock();\n";
        let mut steps = interleaving(&[(0, 1, 7), (0, 2, 9), (0, 3, 12)]);
        steps.steps[1].operation = "unlock".into();
        let names = Names::new(source, &steps);
        assert_eq!(names.short(0, Some(Place { line: 2, column: 9 })).as_deref(), Some("mutex (A)"));
        assert_eq!(names.short(0, Some(Place { line: 3, column: 12 })).as_deref(), Some("self.mutex (A)"));
    }

    #[test]
    fn a_lock_without_a_name_at_the_call_has_that_of_its_variable_or_field() {
        let source = "let forks = [Mutex::new(1), Mutex::new(2)];\n(a + b).lock();\nforks[0].lock();\n";
        let mut steps = interleaving(&[(0, 2, 9), (1, 2, 9)]);
        steps.objects[0].made = Some(Place { line: 1, column: 14 });
        steps.objects[1].made = Some(Place { line: 1, column: 29 });
        let place = Some(Place { line: 2, column: 9 });
        let names = Names::new(source, &steps);
        assert_eq!((names.object(0, place), names.object(1, place)), ("`forks (A)`".into(), "`forks (B)`".into()));
        steps.steps[1].object = Some(0);
        steps.steps[1].place = Some(Place { line: 3, column: 10 });
        let names = Names::new(source, &steps);
        assert_eq!(names.object(0, place), "`forks[0]`", "the name that it has elsewhere comes first");
    }

    #[test]
    fn places_outside_the_text_give_no_name() {
        let steps = interleaving(&[(0, 9, 9), (1, 0, 0)]);
        let names = Names::new("", &steps);
        assert_eq!(names.object(0, None), "the Mutex (A) made on line 1");
        assert_eq!(names.line(7), "");
    }
}
