//! What trybuild makes of the programs.
//!
//! `verify` asks for it: trybuild reads what rustc prints for people, and this checker what it says to programs. Both must
//! come to the same verdicts. trybuild has a program of its own, `checker/trybuild`, which says how it is called.

use std::path::Path;
use std::process::Stdio;

use anyhow::Context;
use serde_json::json;

use super::Bench;
use super::refusal::Refusal;
use super::said::Said;
use crate::judge::JudgeError;
use crate::judge::process::Process;

/// Written when trybuild has gone through everything.
const DONE: &str = "done";

/// The errors that trybuild finds in each file, in what rustc has said about them.
pub(super) fn refusals(
    program: &Path,
    files: &[String],
    said: &[Said],
    bench: Bench<'_>,
) -> Result<Vec<Vec<Refusal>>, JudgeError> {
    let directory = bench.place.directory;
    write_project(directory).context("the scratch folder cannot be written")?;
    let said_file = directory.join("said");
    let messages: String = said.iter().map(|said| message(said, directory)).collect();
    std::fs::write(&said_file, messages).context("the scratch folder cannot be written")?;
    let mut command = bench.place.compiler(program, &[program], &[program]);
    command
        .args(files)
        .env("CARGO", program)
        .env("THREADLINGS_SAID", &said_file)
        .env("CARGO_MANIFEST_DIR", directory)
        .env("TRYBUILD", "wip")
        .stdin(Stdio::null());
    let process = Process::start(&mut command, 64 * 1024, bench.cancel)?;
    let ended = process.for_no_longer_than(bench.place.compile_time()).wait()?;
    if !directory.join(DONE).exists() {
        return Err(anyhow::anyhow!("trybuild cannot read the misuse programs: {}", ended.output.text).into());
    }
    let left = |file: &String| directory.join(file.replace("misuse/", "wip/").replace(".rs", ".stderr"));
    Ok(files.iter().map(|file| read(&std::fs::read_to_string(left(file)).unwrap_or_default())).collect())
}

fn write_project(directory: &Path) -> std::io::Result<()> {
    let manifest =
        "[package]\nname = \"exercise\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n[workspace]\n";
    std::fs::write(directory.join("Cargo.toml"), manifest)?;
    // trybuild copies it; without one it would ask for it to be made.
    std::fs::write(directory.join("Cargo.lock"), "")
}

/// What cargo says when rustc has said this about a file.
fn message(Said { file, text, .. }: &Said, directory: &Path) -> String {
    // trybuild looks for the beginning of a message by its text, so the order of the keys counts.
    let target = json!({ "src_path": directory.join(file) });
    format!("{{\"reason\":\"compiler-message\",\"target\":{target},\"message\":{text}}}\n")
}

/// The errors in what trybuild left: `error[E0277]: text` and, on the line below, ` --> file:line:column`.
fn read(normalised: &str) -> Vec<Refusal> {
    let lines: Vec<&str> = normalised.lines().collect();
    let mut refusals = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((head, text)) = line.strip_prefix("error").and_then(|rest| rest.split_once(": ")) else { continue };
        let place = lines[index + 1..].iter().find_map(|line| line.trim_start().strip_prefix("--> "));
        let line = place.and_then(|place| place.split(':').nth(1)).and_then(|line| line.parse().ok()).unwrap_or(1);
        let code = head.trim_matches(['[', ']']).to_owned();
        let rest = lines[index + 1..].iter().take_while(|line| !line.starts_with("error"));
        let said: Vec<&str> = rest.filter_map(|line| in_words(line)).collect();
        refusals.push(Refusal { code, line, text: text.to_owned(), said: format!("{text}\n{}", said.join("\n")) });
    }
    refusals
}

/// What a line of a diagnostic says, if it is a label, a note or a help. Lines that quote a source have nothing to say,
/// least of all the one with the mark.
fn in_words(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if ["note: ", "help: ", "= note: ", "= help: "].iter().any(|start| line.starts_with(start)) {
        return Some(line);
    }
    // The line number stands in front of the bar where a source is quoted; a label points upwards.
    line.strip_prefix('|').filter(|label| label.contains('^'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_read_with_code_and_line() {
        let said = "error[E0277]: `Rc<u8>` cannot be sent between threads safely\n --> misuse/share.rs:5:10\n  |\n5 |     send(X);\n\nerror: expected `;`\n --> misuse/share.rs:9:1\n";
        let expected = [("E0277", 5, "`Rc<u8>` cannot be sent between threads safely"), ("", 9, "expected `;`")].map(
            |(code, line, text)| Refusal { code: code.into(), line, text: text.into(), said: format!("{text}\n") },
        );
        assert_eq!(read(said), expected);
    }

    #[test]
    fn words_may_be_in_labels_and_notes_but_not_in_the_quoted_source() {
        let said = "error[E0277]: the trait bound is not satisfied\n --> misuse/share.rs:5:10\n  |\n5 |     send(Source);\n  |     ---- ^^^^^^ `Label` cannot be sent\n  |     |\n  |     required by a bound\n  |\n  = help: the trait `Help` is not implemented\nnote: required by a bound in `Note`\n --> $RUST/thread.rs\n  |\n  |     F: Quoted,\n";
        let refusal = read(said).remove(0);
        for word in ["satisfied", "Label", "Help", "Note"] {
            assert!(refusal.said.contains(word), "{word}: {}", refusal.said);
        }
        for word in ["Source", "Quoted"] {
            assert!(!refusal.said.contains(word), "{word}: {}", refusal.said);
        }
    }
}
