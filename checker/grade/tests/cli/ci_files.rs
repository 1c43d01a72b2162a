//! The files in `docs/ci`, for those who spread a verification or a class over machines: each must be what its system
//! reads, and what it calls must be commands that there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_yaml_ng::Value;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/ci").join(name)
}

fn yaml(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(file(name)).unwrap();
    serde_yaml_ng::Deserializer::from_str(&text).map(|document| Value::deserialize(document).unwrap()).collect()
}

/// All texts in a document.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Sequence(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Mapping(values) => values.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// Puts `1` in the place of what a CI system or a shell fills in.
fn filled_in(line: &str) -> String {
    let mut line = line.to_owned();
    for (start, end) in [("${{", "}}"), ("$((", "))"), ("\"${", "}\""), ("${", "}")] {
        while let Some(at) = line.find(start) {
            let length = line[at..].find(end).unwrap_or_else(|| panic!("no end: {line}")) + end.len();
            line.replace_range(at..at + length, "1");
        }
    }
    while let Some(at) = line.find('$') {
        let length = line[at + 1..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len() - at - 1);
        line.replace_range(at..at + 1 + length.max(1), "1");
    }
    line
}

/// The calls of threadlings in a script, as words.
fn calls(script: &str) -> Vec<Vec<String>> {
    let call = |line: &str| {
        let line = line.trim();
        let rest = line.strip_prefix("cargo run --quiet -- ").or_else(|| line.strip_prefix("threadlings "))?;
        let rest = filled_in(rest);
        let words = rest.split_whitespace().take_while(|word| !matches!(*word, ">" | "||" | "&&" | "|" | ";"));
        Some(std::iter::once("threadlings").chain(words).map(str::to_owned).collect())
    };
    script.lines().filter_map(call).collect()
}

/// Checks that every call is one that there is, and that verify, grade and merge are all called.
fn check(name: &str, scripts: &[String]) {
    let calls: Vec<Vec<String>> = scripts.iter().flat_map(|script| calls(script)).collect();
    let mut called = BTreeSet::new();
    for words in &calls {
        let matched = threadlings::cli::command().try_get_matches_from(words);
        let matched = matched.unwrap_or_else(|error| panic!("{name}: {words:?}: {error}"));
        let command = matched.subcommand_name().unwrap().to_owned();
        // What the checker only hands over is for the grader to understand.
        let is_graders = command == "grade" || command == "merge" && words.iter().any(|word| word == "--out");
        if is_graders && !words.iter().any(|word| word == "--format") {
            let matched = threadlings_grade::cli::command().try_get_matches_from(words);
            matched.unwrap_or_else(|error| panic!("{name}: {words:?}: {error}"));
        }
        called.insert(command);
    }
    let expected = ["grade", "merge", "verify"].map(str::to_owned);
    assert_eq!(called, BTreeSet::from(expected), "{name} calls {calls:?}");
    let shares = calls.iter().filter(|words| words.iter().any(|word| word == "--partition"));
    assert_eq!(shares.count(), 2, "{name} verifies and grades in shares");
}

fn scripts(name: &str) -> (Vec<Value>, Vec<String>) {
    let documents = yaml(name);
    let mut found = Vec::new();
    documents.iter().for_each(|document| texts(document, &mut found));
    (documents, found)
}

#[test]
fn the_workflow_of_github_actions() {
    let (documents, scripts) = scripts("github-actions.yml");
    check("github-actions.yml", &scripts);
    let [workflow] = documents.as_slice() else { panic!("one workflow") };
    assert_eq!(workflow["permissions"]["contents"], Value::from("read"));
    let jobs = workflow["jobs"].as_mapping().unwrap();
    for (name, job) in jobs {
        assert!(job["runs-on"].is_string() && job["timeout-minutes"].is_number(), "{name:?}");
        if let Some(needed) = job["needs"].as_str() {
            assert!(jobs.contains_key(needed), "{name:?} needs {needed}");
        }
        for step in job["steps"].as_sequence().unwrap() {
            assert!(step["run"].is_string() != step["uses"].is_string(), "{step:?}");
            // A tag can be moved to other code, a commit cannot.
            if let Some(action) = step["uses"].as_str() {
                let commit = action.split_once('@').unwrap().1;
                assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
            }
        }
    }
}

#[test]
fn the_file_of_gitlab() {
    let (documents, scripts) = scripts("gitlab-ci.yml");
    check("gitlab-ci.yml", &scripts);
    let [pipeline] = documents.as_slice() else { panic!("one pipeline") };
    let stages = pipeline["stages"].as_sequence().unwrap();
    for job in ["verify", "verified", "grade", "graded"] {
        let job = &pipeline[job];
        assert!(stages.contains(&job["stage"]), "{job:?}");
        assert!(job["script"].as_sequence().unwrap().iter().all(Value::is_string), "{job:?}");
    }
    for shared in ["verify", "grade"] {
        assert_eq!(pipeline[shared]["parallel"], Value::from(4));
    }
}

#[test]
fn the_script_of_slurm() {
    let path = file("slurm.sh");
    check("slurm.sh", &[fs::read_to_string(&path).unwrap()]);
    let status = Command::new("bash").arg("-n").arg(&path).status().unwrap();
    assert!(status.success(), "bash does not understand it");
}

#[test]
fn the_jobs_of_kubernetes() {
    let (documents, scripts) = scripts("kubernetes.yml");
    check("kubernetes.yml", &scripts);
    assert_eq!(documents.len(), 3);
    for job in &documents {
        assert_eq!((&job["apiVersion"], &job["kind"]), (&Value::from("batch/v1"), &Value::from("Job")));
        let pod = &job["spec"]["template"]["spec"];
        assert_eq!(pod["restartPolicy"], Value::from("Never"));
        let volumes: Vec<&Value> = pod["volumes"].as_sequence().unwrap().iter().map(|volume| &volume["name"]).collect();
        for container in pod["containers"].as_sequence().unwrap() {
            for mount in container["volumeMounts"].as_sequence().unwrap() {
                assert!(volumes.contains(&&mount["name"]), "{mount:?}");
            }
            let script = container["args"][0].as_str().unwrap();
            let status = Command::new("bash").args(["-n", "-c", script]).status().unwrap();
            assert!(status.success(), "bash does not understand {script}");
        }
    }
    for shares in &documents[..2] {
        let spec = &shares["spec"];
        assert_eq!((&spec["completionMode"], &spec["completions"]), (&Value::from("Indexed"), &Value::from(8)));
    }
}

#[test]
fn what_is_filled_in_is_found() {
    let line =
        "cargo run --quiet -- verify --partition ${{ matrix.share }}/4 --format json > s/${{ x }}.json || [ $? -eq 1 ]";
    assert_eq!(calls(line), [["threadlings", "verify", "--partition", "1/4", "--format", "json"].map(str::to_owned)]);
    let line = "  threadlings grade \"${2:?which folder?}\" --out a-$share --partition $((I + 1))/$N";
    assert_eq!(calls(line)[0][2..], ["1", "--out", "a-1", "--partition", "1/1"].map(str::to_owned));
    assert!(calls("# threadlings verify").is_empty());
}
