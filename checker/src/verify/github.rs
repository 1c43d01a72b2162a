//! The result as annotations of GitHub Actions: a line for each file that differs, shown where the file is shown.
//!
//! The runner takes its orders from what a step prints. So what others have written stands only inside the message of
//! an annotation, where nothing is an order.

use super::record::{Judged, Verification};

/// Annotations, and a last line that says it all.
pub fn render(verification: &Verification) -> String {
    let problems = verification.problems.iter().map(|problem| {
        let title = format!("rule {}", problem.rule.name());
        annotation(verification, &problem.file, problem.line, &title, &problem.message)
    });
    let differences = verification.differences().map(|judged| difference(verification, judged));
    let mut text: String = problems.chain(differences).collect();
    let level = if verification.holds() { "notice" } else { "error" };
    let counts = verification.counts();
    let summary = format!("{} files judged, {counts}; {:.1} s", verification.files.len(), verification.seconds);
    let title = format!("threadlings verify, share {}", verification.partition);
    text.push_str(&format!("::{level} title={}::{}\n", property(&title), message(&summary)));
    text
}

fn difference(verification: &Verification, judged: &Judged) -> String {
    let title = format!("{}: {}", judged.exercise, judged.role.name());
    let text = judged.text.as_deref().unwrap_or_default();
    let told = format!("expected {}, found {}\n\n{text}", judged.expected, judged.found);
    annotation(verification, &judged.file, 1, &title, told.trim_end())
}

fn annotation(verification: &Verification, file: &str, line: usize, title: &str, told: &str) -> String {
    let file = match verification.folder.as_str() {
        "" => file.to_owned(),
        folder => format!("{folder}/{file}"),
    };
    format!("::error file={},line={line},title={}::{}\n", property(&file), property(title), message(told))
}

/// As the value of a property.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// As a message: on one line, whatever is in it, and without the older form of orders, which may stand anywhere.
fn message(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace("##[", "# #[");
    escaped.chars().filter(|character| !character.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::sample;
    use super::*;

    #[test]
    fn a_line_for_each_file_that_differs() {
        let problems = vec![sample::problem()];
        let verification = Verification { folder: "courses/one".into(), problems, ..sample::verification() };
        insta::assert_snapshot!(render(&verification));
    }

    #[test]
    fn nothing_that_others_have_written_is_an_order() {
        let mut verification = sample::verification();
        let evil = "a\n::add-mask::b\r\n  ::set-env name=PATH::/evil\n##[command]x\u{1b}]0;y\u{7}%0A::error::z\u{85}";
        verification.files[1].text = Some(evil.into());
        verification.files[1].file = format!("x,line=7::{evil}");
        let text = render(&verification);
        verification.problems = vec![sample::problem()];
        verification.problems[0].message = evil.into();
        let text = text + &render(&verification);
        assert_eq!(text.lines().count(), 5);
        for line in text.lines() {
            let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap();
            assert!(head.starts_with("error "), "{head}");
            assert_eq!(head.split(',').count(), if head.contains("file=") { 3 } else { 1 }, "{head}");
            assert!(!message.contains("##["), "{message}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        assert!(text.contains("%250A::error::z"), "{text}");
    }
}
