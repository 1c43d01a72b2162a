//! Which answers look as if one was made from the other: a hint to a human, never a verdict.
//!
//! Answers are compared by winnowing: of every [`WINDOW`] neighbouring runs of [`RUN`] tokens, one is kept as a print.
//! Names, literals, comments and layout do not count. What starter and solution have, and what many in the class have,
//! says nothing and is left out.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use serde::{Deserialize, Serialize};
use threadlings::course::{Course, Exercise};

use crate::clean::Plain;
use crate::record::{Answer, Record};

/// Tokens of a run: shorter ones are common idiom.
const RUN: usize = 14;

/// Of so many neighbouring runs one is kept, so every common stretch of `RUN + WINDOW - 1` tokens is seen.
const WINDOW: usize = 6;

/// Two answers are shown if they have so many prints in common ...
const LEAST_COMMON: usize = 6;

/// ... which are at least this part of the prints of the shorter one, in percent.
const LEAST_SHARE: usize = 60;

/// Prints that so many distinct answers have, or every fifth one, are how one writes it.
const MOST_OWNERS: usize = 10;

/// Two answers that have much in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Similar {
    /// The exercise.
    pub exercise: String,
    /// The students who handed in the first answer, or all of them if it is the same file.
    pub students: Vec<Plain>,
    /// The students who handed in the second; empty if it is the same file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Plain>,
    /// How much of the shorter answer's own part is in the other, in percent.
    pub percent: u8,
}

/// What an answer to one exercise may well have in common with others.
#[derive(Clone, Debug, Default)]
pub struct Baseline(BTreeSet<u32>);

impl Baseline {
    /// What the starter and the solution of an exercise have.
    pub fn of(course: &Course, exercise: &Exercise) -> Self {
        let texts = [course.starter(exercise), course.solution(exercise)].map(fs::read_to_string);
        Baseline(texts.into_iter().flatten().flat_map(|text| runs(&text)).collect())
    }

    /// The prints of an answer, sorted, without those that the baseline has.
    pub fn prints(&self, text: &str) -> Vec<u32> {
        let runs = runs(text);
        let kept: BTreeSet<u32> = match runs.len() <= WINDOW {
            true => runs.into_iter().collect(),
            false => runs.windows(WINDOW).filter_map(|window| window.iter().min().copied()).collect(),
        };
        kept.difference(&self.0).copied().collect()
    }
}

/// A hash for each run of tokens.
fn runs(text: &str) -> Vec<u32> {
    let tokens = words(text);
    tokens.windows(RUN).map(|run| fnv(run.iter().flat_map(|word| word.bytes().chain([0])))).collect()
}

/// The tokens that count, names and literals folded.
fn words(text: &str) -> Vec<&str> {
    let mut start = 0;
    let mut words = Vec::new();
    for token in tokenize(text, FrontmatterAllowed::No) {
        let word = &text[start..start + token.len as usize];
        start += token.len as usize;
        words.push(match token.kind {
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => continue,
            TokenKind::Ident if KEYWORDS.contains(&word) => word,
            TokenKind::Ident | TokenKind::RawIdent => "name",
            TokenKind::Literal { .. } => "literal",
            TokenKind::Lifetime { .. } => "'lifetime",
            _ => word,
        });
    }
    words
}

/// Words that are no names.
const KEYWORDS: [&str; 35] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self", "static",
    "struct", "trait", "type", "unsafe", "use", "where", "while",
];

/// FNV-1a, folded to 32 bits: the same on every machine and in every version.
fn fnv(bytes: impl Iterator<Item = u8>) -> u32 {
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 32)) as u32
}

/// All pairs worth a look, the most similar first.
pub fn pairs(record: &Record) -> Vec<Similar> {
    let mut pairs = Vec::new();
    for (exercise, answers) in &record.answers {
        let owners = owners(record, exercise);
        let own = own_prints(answers);
        let common = common(&own);
        for (index, (hash, prints)) in own.iter().enumerate() {
            let students = owners.get(hash).cloned().unwrap_or_default();
            if students.len() > 1 && prints.len() >= LEAST_COMMON {
                let others = Vec::new();
                pairs.push(Similar { exercise: exercise.clone(), students: students.clone(), others, percent: 100 });
            }
            for (other, (other_hash, other_prints)) in own.iter().enumerate().skip(index + 1) {
                let common = common.get(&(index, other)).copied().unwrap_or_default();
                let percent = 100 * common / prints.len().min(other_prints.len()).max(1);
                let others = owners.get(other_hash).cloned().unwrap_or_default();
                if common >= LEAST_COMMON && percent >= LEAST_SHARE && !students.is_empty() && !others.is_empty() {
                    let (students, others) =
                        if students < others { (students.clone(), others) } else { (others, students.clone()) };
                    pairs.push(Similar { exercise: exercise.clone(), students, others, percent: percent as u8 });
                }
            }
        }
    }
    let order = |record: &Record, name: &str| record.course.exercises.iter().position(|one| one.name == name);
    pairs.sort_by_key(|pair| (100 - pair.percent, order(record, &pair.exercise), pair.students.clone()));
    pairs
}

/// Who handed in each content.
fn owners<'a>(record: &'a Record, exercise: &str) -> HashMap<&'a str, Vec<Plain>> {
    let mut owners: HashMap<&str, Vec<Plain>> = HashMap::new();
    for student in &record.students {
        for result in student.results.iter().filter(|result| result.exercise == exercise) {
            if let Some(hash) = &result.answer {
                owners.entry(hash).or_default().push(student.id.clone());
            }
        }
    }
    owners
}

/// The prints of each answer that few others have.
fn own_prints(answers: &BTreeMap<String, Answer>) -> Vec<(&str, Vec<u32>)> {
    let mut count: HashMap<u32, usize> = HashMap::new();
    for print in answers.values().flat_map(|answer| &answer.prints) {
        *count.entry(*print).or_default() += 1;
    }
    let most = MOST_OWNERS.max(answers.len() / 5);
    let own = |answer: &Answer| answer.prints.iter().copied().filter(|print| count[print] <= most).collect();
    answers.iter().map(|(hash, answer)| (hash.as_str(), own(answer))).collect()
}

/// How many prints two answers have in common, by their indices, the smaller one first.
fn common(own: &[(&str, Vec<u32>)]) -> HashMap<(usize, usize), usize> {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, (_, prints)) in own.iter().enumerate() {
        for print in prints {
            holders.entry(*print).or_default().push(index);
        }
    }
    let mut common = HashMap::new();
    for holders in holders.values() {
        for (position, one) in holders.iter().enumerate() {
            for other in &holders[position + 1..] {
                *common.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Outcome, Student, StudentResult, sample};

    const STARTER: &str = "pub fn total(items: &[u32]) -> u32 {\n    // TODO\n    items.len() as u32\n}\n";

    const COPIED: &str = "
pub fn total(items: &[u32]) -> u32 {
    let half = items.len() / 2;
    let (left, right) = items.split_at(half);
    std::thread::scope(|scope| {
        let first = scope.spawn(move || { let mut sum = 0; for item in left { sum += item; } sum });
        let second = scope.spawn(move || { let mut sum = 0; for item in right { sum += item; } sum });
        let mut all = 0;
        if let Ok(sum) = first.join() { all += sum; } else { panic!(\"first\"); }
        if let Ok(sum) = second.join() { all += sum; } else { panic!(\"second\"); }
        all
    })
}
";

    const OWN: &str = "
pub fn total(items: &[u32]) -> u32 {
    let handles: Vec<_> = items.chunks(3).map(|chunk| chunk.to_vec())
        .map(|chunk| std::thread::spawn(move || chunk.iter().sum::<u32>())).collect();
    handles.into_iter().map(|handle| handle.join().unwrap()).fold(0, |sum, part| sum.wrapping_add(part))
}
";

    fn class(texts: &[(&str, &str)]) -> Record {
        let baseline = Baseline(runs(STARTER).into_iter().collect());
        let mut record = sample::record(&[("01_threads", "total", 10)]);
        for (id, text) in texts {
            let hash = format!("{:08x}", fnv(text.bytes()));
            let answer = Answer { prints: baseline.prints(text), ..sample::answer(Outcome::Pass) };
            record.answers.entry("total".into()).or_default().insert(hash.clone(), answer);
            let results = vec![StudentResult::new("total", Outcome::Pass, Some(hash))];
            record.students.push(Student { id: (*id).into(), results, ..Student::default() });
        }
        record
    }

    /// Students and percent of each pair.
    fn found(texts: &[(&str, &str)]) -> Vec<(Vec<String>, u8)> {
        let ids = |pair: Similar| pair.students.iter().chain(&pair.others).map(ToString::to_string).collect();
        pairs(&class(texts))
            .into_iter()
            .map(|pair| (pair.percent, pair))
            .map(|(share, pair)| (ids(pair), share))
            .collect()
    }

    #[test]
    fn other_names_comments_and_layout_hide_nothing() {
        let renamed =
            COPIED.replace("half", "middle").replace("first", "a").replace("sum", "total_so_far").replace('\n', " ");
        let hidden = format!("// my own work\n{}", renamed.replace("let mut", "let /* ! */ mut"));
        assert_eq!(
            found(&[("ada", COPIED), ("bob", &hidden), ("eve", OWN)]),
            [(vec!["ada".into(), "bob".into()], 100)]
        );
    }

    #[test]
    fn a_part_that_was_changed_lowers_the_share() {
        let changed = COPIED.replace("let half = items.len() / 2;\n    let (left, right) = items.split_at(half);", "let mut parts = items.chunks(items.len().div_ceil(2).max(1)); let left = parts.next().unwrap_or(&[]); let right = parts.next().unwrap_or(&[]);");
        let found = found(&[("ada", COPIED), ("bob", &changed)]);
        assert!(matches!(found.as_slice(), [(_, 60..100)]), "{found:?}");
    }

    #[test]
    fn the_same_file_of_two_students_is_one_hint() {
        assert_eq!(found(&[("ada", COPIED), ("bob", COPIED)]), [(vec!["ada".into(), "bob".into()], 100)]);
    }

    #[test]
    fn what_starter_and_solution_have_is_no_hint() {
        assert_eq!(found(&[("ada", STARTER), ("bob", STARTER)]), []);
        let answer = Baseline(runs(COPIED).into_iter().collect()).prints(COPIED);
        assert_eq!(answer, Vec::<u32>::new());
    }

    #[test]
    fn what_many_have_is_no_hint() {
        let texts: Vec<String> = (0..11).map(|number| format!("{COPIED}{}", "fn more() {}\n".repeat(number))).collect();
        let many: Vec<(&str, &str)> = texts.iter().map(|text| ("somebody", text.as_str())).collect();
        let most = pairs(&class(&many)).into_iter().map(|pair| pair.percent).max();
        assert!(!pairs(&class(&many[..5])).is_empty());
        assert_eq!(most, None);
    }
}
