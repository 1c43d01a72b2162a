//! The page about the class.

use maud::{Markup, html};

use super::{mark, page, percent, points, prose};
use crate::clean::Plain;
use crate::output::Stems;
use crate::record::{ExerciseStamp, Record, Share, Student, StudentResult, TrustLevel};
use crate::stats;

/// Most rows of the lists of findings and similar answers.
const MOST_ROWS: usize = 30;

/// Most exercises that have room beside each other on paper without giving way, and most students that have room on a
/// page.
const MOST_ON_PAPER: usize = 30;

/// Most hard exercises: as many as stand beside the distribution.
const MOST_BARS: usize = stats::BINS;

/// The page.
pub(in crate::output) fn class(record: &Record, stems: &Stems) -> String {
    let title = format!("Class: {}", record.course.title);
    let body = html! {
        header {
            p.course { "Gradebook" }
            h1 { (record.course.title) }
            (facts(record))
            @if record.share != Share::WHOLE {
                p.notice {
                    "This is share " (record.share.number) " of " (record.share.of)
                    ": totals are not whole before the shares are merged."
                }
            }
            @if !record.settings.late.is_empty() { p.late { (record.settings.late) } }
            (trust(record))
        }
        main {
            (attention(record, stems))
            (heat_map(record, stems))
            div.columns { (distribution(record)) (hardest(record)) }
            (findings(record, stems))
            (similar(record, stems))
        }
    };
    page(&title, &body)
}

fn facts(record: &Record) -> Markup {
    let handed_in = record.students.iter().filter(|student| student.submitted).count();
    let distinct: usize = record.answers.values().map(std::collections::BTreeMap::len).sum();
    let waiting: u32 = record.students.iter().map(|student| student.pending).sum();
    let fact = |value: String, what: &str| html! { div { dt { (what) } dd { (value) } } };
    html! {
        dl.facts {
            (fact(record.students.len().to_string(), "students"))
            (fact(handed_in.to_string(), "handed in"))
            (fact(record.course.exercises.len().to_string(), "exercises"))
            (fact(distinct.to_string(), "distinct answers"))
            (fact(format!("{} of {}", stats::median(record), stats::possible(record)), "median points"))
            (fact(waiting.to_string(), "results wait for you"))
        }
    }
}

fn trust(record: &Record) -> Markup {
    let answers = || record.answers.values().flat_map(std::collections::BTreeMap::values);
    let mut missing: Vec<&Plain> = answers().flat_map(|answer| &answer.trust.missing).collect();
    missing.sort();
    missing.dedup();
    let sealed = answers().all(|answer| answer.trust.level == TrustLevel::Sealed);
    html! {
        @if answers().next().is_some() {
            @if sealed && missing.is_empty() {
                p.quiet { "Every answer was judged sealed in: all layers of the sandbox were there." }
            } @else {
                p.notice {
                    "Not every answer was judged sealed in, so a hostile one may have got points that it does not deserve."
                    @if !missing.is_empty() {
                        " Missing: " (missing.iter().map(|layer| layer.in_one_line()).collect::<Vec<_>>().join(", ")) "."
                    }
                }
            }
        }
    }
}

/// What a person should look at before the grades go out.
fn attention(record: &Record, stems: &Stems) -> Markup {
    let all = || record.students.iter().flat_map(|student| student.results.iter().map(move |result| (student, result)));
    let waiting: Vec<(&Student, &StudentResult)> = all().filter(|(_, result)| stats::is_pending(result)).collect();
    let review: Vec<(&Student, &StudentResult, &Plain)> = all()
        .filter_map(|(student, result)| Some((student, result, record.answer(result)?)))
        .flat_map(|(student, result, answer)| answer.trust.review.iter().map(move |why| (student, result, why)))
        .collect();
    let noted: Vec<(&Student, &Plain)> =
        record.students.iter().flat_map(|student| student.notes.iter().map(move |note| (student, note))).collect();
    html! {
        @if !(waiting.is_empty() && review.is_empty() && noted.is_empty() && record.notes.is_empty()) {
            section.attention {
                h2 { "For you to look at" }
                @if !waiting.is_empty() {
                    p {
                        "The grader could not decide about these. The totals leave them out until you grade again, or decide in "
                        code { "policy.toml" } "."
                    }
                    ul {
                        @for (student, result) in waiting {
                            li { (link(student, stems)) ", " (result.exercise) ": " (result.outcome.in_words())
                                @let detail = result.outcome.detail();
                                @if !detail.is_empty() { " (" (detail) ")" } }
                        }
                    }
                }
                @if !review.is_empty() {
                    p { "Look at these answers before you believe their outcome." }
                    ul {
                        @for (student, result, why) in review {
                            li { (link(student, stems)) ", " (result.exercise) ": " (why.in_one_line()) }
                        }
                    }
                }
                @if !(noted.is_empty() && record.notes.is_empty()) {
                    p { "Odd about what was handed in:" }
                    ul {
                        @for note in &record.notes { li { (note.in_one_line()) } }
                        @for (student, note) in noted { li { (link(student, stems)) ": " (note.in_one_line()) } }
                    }
                }
            }
        }
    }
}

fn link(student: &Student, stems: &Stems) -> Markup {
    let stem = stems.get(&student.id).unwrap_or_default();
    html! { a.name href={ "students/" (stem) ".html" } { bdi { (student.name.in_one_line()) } } }
}

fn heat_map(record: &Record, stems: &Stems) -> Markup {
    let exercises = &record.course.exercises;
    let chapters = exercises.chunk_by(|one, next| one.chapter == next.chapter);
    html! {
        section {
            h2 { "Students and exercises" }
            div.scroll.tall tabindex="0" role="region" aria-label="Students and exercises" {
                table.heat.many[exercises.len() > MOST_ON_PAPER].few[record.students.len() <= MOST_ON_PAPER] {
                    colgroup {
                        col.student; col.total;
                        @for _ in exercises { col; }
                    }
                    thead {
                        tr.chapters {
                            td colspan="2" {}
                            @for chapter in chapters {
                                th.chapter scope="colgroup" colspan=(chapter.len()) title=(chapter[0].chapter_title) {
                                    span { (numbered(&chapter[0])) }
                                }
                            }
                        }
                        tr.exercises {
                            th scope="col" { "Student" }
                            th.number scope="col" { "Points" }
                            @for exercise in exercises { th.exercise-name scope="col" { span { (exercise.name) } } }
                        }
                    }
                    tbody { @for student in &record.students { (row(record, student, stems)) } }
                    tfoot {
                        tr {
                            th scope="row" { "passed" }
                            td {}
                            @for stats in stats::exercises(record) { td { (stats.passed) } }
                        }
                    }
                }
            }
            p.legend {
                @for (class, mark, what) in LEGEND { span { span.mark.(class) { (mark) } " " (what) } " " }
            }
        }
    }
}

/// The title of a chapter with the number that its folder has: where there is no room for the title, the number is left.
fn numbered(exercise: &ExerciseStamp) -> String {
    let digits: String = exercise.chapter.chars().take_while(char::is_ascii_digit).collect();
    match digits.trim_start_matches('0') {
        "" => exercise.chapter_title.clone(),
        number => format!("{number} {}", exercise.chapter_title),
    }
}

/// Every mark with its meaning.
const LEGEND: [(&str, &str, &str); 10] = [
    ("pass", "✓", "passed"),
    ("fail", "✗", "wrong"),
    ("compile", "C", "does not compile"),
    ("stopped", "R", "not accepted"),
    ("stopped", "T", "took too long"),
    ("stopped", "L", "used too much"),
    ("stopped", "X", "crashed"),
    ("missing", "–", "nothing handed in"),
    ("pending", "?", "waits for you"),
    ("decided", "!", "you decided"),
];

fn row(record: &Record, student: &Student, stems: &Stems) -> Markup {
    html! {
        tr {
            th scope="row" { (link(student, stems)) }
            td.number { (student.total) }
            @for exercise in &record.course.exercises {
                @match student.results.iter().find(|result| result.exercise == exercise.name) {
                    Some(result) => {
                        @let (class, mark) = mark(result);
                        @let title = format!("{}: {}, {} points", exercise.name, result.outcome.in_words(), points(result));
                        td.(class) title=(title) { (mark) }
                    }
                    None => { td {} }
                }
            }
        }
    }
}

/// How many students reached how much, as bars.
fn distribution(record: &Record) -> Markup {
    let bins = stats::distribution(record);
    let most = bins.iter().copied().max().unwrap_or_default().max(1);
    let step = 100 / stats::BINS;
    html! {
        section {
            h2 { "Distribution of points" }
            table.bars {
                thead { tr { th scope="col" { "Percent" } th scope="col" colspan="2" { "Students" } } }
                tbody {
                    @for (index, count) in bins.iter().enumerate().rev() {
                        tr {
                            th scope="row" { (index * step) " to " ((index + 1) * step) }
                            td { (bar(*count as f64 / most as f64, "plain")) }
                            td.number { (count) }
                        }
                    }
                }
            }
        }
    }
}

/// A bar as wide as a share, drawn: a style sheet cannot know how wide.
fn bar(share: f64, class: &str) -> Markup {
    html! {
        svg.bar.(class) viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.track x="0" y="0" width="100" height="10" {}
            rect.value x="0" y="0" width=(format!("{:.1}", 100.0 * share)) height="10" {}
        }
    }
}

fn hardest(record: &Record) -> Markup {
    let stats = stats::hardest(stats::exercises(record));
    html! {
        section {
            h2 { "Hardest exercises" }
            @if stats.is_empty() { p { "Nobody has handed in anything." } }
            @else {
                table.bars {
                    thead { tr { th scope="col" { "Exercise" } th scope="col" colspan="2" { "Passed, of those handed in" } } }
                    tbody {
                        @for stats in stats.iter().take(MOST_BARS) {
                            @let share = stats.pass_share().unwrap_or_default();
                            tr {
                                th scope="row" { (stats.exercise.name) }
                                td { (bar(share, "passed")) }
                                td.number { (percent(share)) span.quiet { " " (stats.passed) "/" (stats.handed_in - stats.pending) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn findings(record: &Record, stems: &Stems) -> Markup {
    let findings = stats::findings(record);
    html! {
        @if !findings.is_empty() {
            section {
                h2 { "Most common findings" }
                div.scroll tabindex="0" role="region" aria-label="Most common findings" {
                    table.findings {
                        thead {
                            tr {
                                th.number scope="col" { "Students" }
                                th scope="col" { "Exercise" }
                                th scope="col" { "Finding" }
                                th scope="col" { "For example" }
                            }
                        }
                        tbody {
                            @for finding in findings.iter().take(MOST_ROWS) {
                                tr {
                                    td.number { (finding.students.len()) }
                                    th scope="row" { (finding.exercise) }
                                    td { (prose(&finding.kind))
                                        @if !finding.at.is_empty() { br; span.quiet { (finding.at) } } }
                                    td { @if !finding.example.is_empty() {
                                        (prose(finding.example))
                                        @if let Some(first) = finding.students.first() {
                                            span.quiet { " (" (link(first, stems)) ")" }
                                        }
                                    } }
                                }
                            }
                        }
                    }
                }
                @if findings.len() > MOST_ROWS { p.quiet { "… and " (findings.len() - MOST_ROWS) " more" } }
            }
        }
    }
}

fn similar(record: &Record, stems: &Stems) -> Markup {
    let named = |ids: &[Plain]| {
        let students = ids.iter().filter_map(|id| record.students.iter().find(|student| student.id == *id));
        html! { @for (index, student) in students.enumerate() { @if index > 0 { ", " } (link(student, stems)) } }
    };
    html! {
        @if !record.similar.is_empty() {
            section {
                h2 { "Similar answers" }
                p { "These answers have much in common that neither starter nor solution nor many others have; names, \
                     comments and layout do not count. It is a hint to look at them, and proves nothing: short answers \
                     are easily alike." }
                div.scroll tabindex="0" role="region" aria-label="Similar answers" {
                    table.findings {
                        thead { tr { th.number scope="col" { "In common" } th scope="col" { "Exercise" } th scope="col" { "Students" } } }
                        tbody {
                            @for pair in record.similar.iter().take(MOST_ROWS) {
                                tr {
                                    td.number { (pair.percent) " %" }
                                    th scope="row" { (pair.exercise) }
                                    td { (named(&pair.students))
                                        @if pair.others.is_empty() { span.quiet { " (the same file)" } }
                                        @else { " and " (named(&pair.others)) } }
                                }
                            }
                        }
                    }
                }
                @if record.similar.len() > MOST_ROWS {
                    p.quiet { "… and " (record.similar.len() - MOST_ROWS) " more pairs in gradebook.json" }
                }
            }
        }
    }
}
