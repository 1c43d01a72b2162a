use std::collections::BTreeMap;

use super::*;
use crate::record::{Override, Points, sample};

fn outputs(record: &Record) -> BTreeMap<String, String> {
    let mut outputs = BTreeMap::new();
    each(record, &Submission::default(), |path, content| {
        outputs.insert(path.to_owned(), String::from_utf8(content)?);
        Ok(())
    })
    .unwrap();
    outputs
}

fn output(path: &str) -> String {
    outputs(&sample::class()).remove(path).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn long_table() {
    insta::assert_snapshot!(output("gradebook.csv"));
}

#[test]
fn wide_table() {
    insta::assert_snapshot!(output("wide.csv"));
}

#[test]
fn junit_xml() {
    insta::assert_snapshot!(output("junit.xml"));
}

#[test]
fn github_annotations() {
    insta::assert_snapshot!(output("github/annotations.txt"));
}

#[test]
fn github_summary() {
    insta::assert_snapshot!(output("github/summary.md"));
}

#[test]
fn feedback_to_hand_back() {
    insta::assert_snapshot!(output("feedback/bob.md"));
}

#[test]
fn gradescope_results() {
    insta::assert_snapshot!(output("gradescope/bob.json"));
}

#[test]
fn classroom50_result() {
    insta::assert_snapshot!(output("classroom50/chadi.json"));
}

#[test]
fn page_of_the_class() {
    insta::assert_snapshot!(body(&output("index.html")));
}

#[test]
fn page_of_a_student() {
    insta::assert_snapshot!(body(&output("students/bob.html")));
}

#[test]
fn what_held_after_a_pass() {
    let mut record = sample::class();
    record.students.truncate(1);
    let told = outputs(&record);
    insta::assert_snapshot!([body(&told["students/ada.html"]), told["feedback/ada.md"].clone()].join("\n"));
}

#[test]
fn the_record() {
    let mut record = sample::class();
    record.students.truncate(3);
    insta::assert_snapshot!(outputs(&record)[RECORD]);
}

/// The body of a page, an element a line: what is before it is the same in all.
fn body(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    body.replace("><", ">\n<")
}

#[test]
fn every_student_gets_every_file_and_nothing_lies_elsewhere() {
    let record = sample::class();
    let outputs = outputs(&record);
    for folder in ["students", "feedback", "gradescope"] {
        let prefix = format!("{folder}/");
        assert_eq!(outputs.keys().filter(|path| path.starts_with(&prefix)).count(), record.students.len(), "{folder}");
    }
    assert!(outputs.keys().all(|path| !path.contains("..") && path.matches('/').count() <= 1), "{:?}", outputs.keys());
}

#[test]
fn who_waits_for_a_person_has_no_result_that_could_be_a_zero() {
    let outputs = outputs(&sample::class());
    assert!(!outputs.contains_key("classroom50/bob.json"));
    let results: serde_json::Value = serde_json::from_str(&outputs["gradescope/bob.json"]).unwrap();
    assert_eq!(results["tests"][2]["name"], "lost_wakeup");
    assert!(results["tests"][2].get("score").is_none() && results["tests"][0].get("score").is_some());
}

#[test]
fn points_for_what_was_not_handed_in_are_explained() {
    let mut record = sample::class();
    let results = record.students.iter_mut().flat_map(|student| &mut student.results);
    let result = results.into_iter().find(|result| !crate::stats::is_handed_in(result)).unwrap();
    let decided = Override { points: Points::whole(3), reason: "shown in class".into() };
    result.score.overridden = Some(decided);
    let told = |path: &str| {
        let told = "shown in class";
        outputs(&record).iter().any(|(name, text)| name.starts_with(path) && text.contains(told))
    };
    assert!(told("feedback/") && told("students/"), "{:?}", outputs(&record).keys());
}

#[test]
fn nothing_that_a_student_wrote_has_a_meaning_anywhere() {
    for (path, text) in outputs(&sample::class()) {
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{fffe}']), "{path}");
        if path.ends_with(".html") {
            assert!(!text.contains("<script") && !text.contains("<b>") && !text.contains("<img"), "{path}");
            assert!(text.contains("Content-Security-Policy"), "{path}");
        }
        if !path.ends_with(".html") && !path.ends_with(".json") && !path.ends_with(".csv") {
            assert!(!text.contains("##["), "{path}");
        }
        if path.starts_with("github/annotations") {
            let commands = ["::error ", "::warning ", "::notice "];
            for line in text.lines() {
                assert!(commands.iter().any(|command| line.starts_with(command)), "{line}");
            }
        }
    }
}

#[test]
fn the_page_allows_its_own_style_sheet() {
    // A browser hashes the text between the tags: nothing may have been escaped there.
    let page = output("index.html");
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert_eq!(style, include_str!("page/style.css"));
}

#[test]
fn equal_records_give_equal_bytes_and_a_record_is_read_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let record = sample::class();
    write(&record, &Submission::default(), folder.path()).unwrap();
    let again = read(&folder.path().join(RECORD)).unwrap();
    assert_eq!(again, record);
    assert_eq!(outputs(&again), outputs(&record));
}

#[test]
fn files_of_students_who_are_gone_are_removed_and_nobody_else_s() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = sample::class();
    write(&record, &Submission::default(), folder.path()).unwrap();
    std::fs::write(folder.path().join("students/notes.html"), "mine").unwrap();
    std::fs::write(folder.path().join("policy.toml"), "").unwrap();
    record.students.retain(|student| student.id.as_str() != "bob");
    write(&record, &Submission::default(), folder.path()).unwrap();
    let exists = |path: &str| folder.path().join(path).exists();
    assert!(!exists("students/bob.html") && !exists("feedback/bob.md") && !exists("gradescope/bob.json"));
    assert!(exists("students/chadi.html") && exists("students/notes.html") && exists("policy.toml"));
}

#[test]
fn a_gradebook_of_another_form_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(RECORD);
    let mut record = sample::class();
    record.schema = "threadlings/grade/v9".into();
    std::fs::write(&file, serde_json::to_vec(&record).unwrap()).unwrap();
    assert!(read(&file).unwrap_err().to_string().contains("has the form threadlings/grade/v9"));
    std::fs::write(&file, "{}").unwrap();
    assert!(read(&file).unwrap_err().to_string().contains("is no gradebook"));
}

#[test]
fn every_field_of_the_record_is_told_in_the_docs() {
    fn keys(value: &serde_json::Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            serde_json::Value::Object(object) => {
                for (key, value) in object {
                    found.insert(key.clone());
                    keys(value, found);
                }
            }
            serde_json::Value::Array(array) => array.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let docs = include_str!("../../../../docs/gradebook.md");
    let mut record = serde_json::to_value(sample::class()).unwrap();
    // The keys below are names of exercises and hashes.
    let answers = record["answers"].take();
    let mut found = std::collections::BTreeSet::new();
    keys(&record, &mut found);
    for answer in answers.as_object().unwrap().values().flat_map(|exercise| exercise.as_object().unwrap().values()) {
        keys(answer, &mut found);
    }
    assert!(found.len() > 50, "{found:?}");
    let missing: Vec<&String> = found.iter().filter(|key| !docs.contains(&format!("`{key}`"))).collect();
    assert_eq!(missing, Vec::<&String>::new());
    assert!(docs.contains(&format!("`{}`", crate::record::SCHEMA)));
}
