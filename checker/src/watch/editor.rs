//! Opening the exercise in the learner's editor.

use std::path::Path;
use std::process::{Command, Stdio};

/// How an editor is opened.
#[derive(Debug)]
pub(super) enum Opening {
    /// In a window or pane of its own; the command returns at once.
    Beside(Command),
    /// In this terminal, which has to be handed over.
    Here(Command),
}

/// Editors that open a window of their own.
const WINDOWED: [&str; 13] = [
    "code",
    "code-insiders",
    "codium",
    "cursor",
    "gedit",
    "gvim",
    "idea",
    "kate",
    "mate",
    "rustrover",
    "subl",
    "zed",
    "zeditor",
];

/// How to open the file at the line, by what the environment says.
///
/// # Errors
/// If it says nothing; the error says what to set.
pub(super) fn opening(
    environment: impl Fn(&str) -> Option<String>,
    file: &Path,
    line: usize,
) -> Result<Opening, String> {
    let set = |name: &str| environment(name).filter(|value| !value.trim().is_empty());
    let file = file.display().to_string();
    if set("TERM_PROGRAM").as_deref() == Some("vscode") {
        let mut command = Command::new("code");
        command.args(["--reuse-window", "-g", &format!("{file}:{line}")]);
        return Ok(Opening::Beside(quiet(command)));
    }
    let editor = set("VISUAL").or_else(|| set("EDITOR")).ok_or(NO_EDITOR)?;
    let program = editor.split_whitespace().next().unwrap_or_default();
    if !is_there(program, &set("PATH").unwrap_or_default()) {
        return Err(format!("`{program}` was not found. Set VISUAL or EDITOR to an editor that is installed."));
    }
    let arguments = arguments(&editor, &file, line);
    // As git does: the variable may hold arguments, in quotation marks if they need any.
    let script = format!("exec {editor} \"$@\"");
    let words = ["sh", "-c", &script, "sh"].into_iter().chain(arguments.iter().map(String::as_str));
    let (program, front): (&str, &[&str]) = if WINDOWED.contains(&name(&editor)) {
        ("sh", &[])
    } else if set("TMUX").is_some() {
        ("tmux", &["split-window", "-h"])
    } else if set("ZELLIJ").is_some() {
        ("zellij", &["run", "--close-on-exit", "--"])
    } else {
        let mut command = Command::new("sh");
        command.args(words.skip(1));
        return Ok(Opening::Here(command));
    };
    let mut command = Command::new(program);
    command.args(front).args(words.skip(usize::from(front.is_empty())));
    Ok(Opening::Beside(quiet(command)))
}

const NO_EDITOR: &str = "Which editor? Set VISUAL or EDITOR, such as export EDITOR=vim, and start again.";

/// Whether there is a program of that name. One in quotation marks is for the shell to find.
fn is_there(program: &str, path: &str) -> bool {
    let is_quoted = program.contains(['\'', '"', '\\', '$', '~']);
    is_quoted || std::env::split_paths(path).any(|folder| folder.join(program).is_file())
}

fn quiet(mut command: Command) -> Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The editor's program without folder and arguments.
fn name(editor: &str) -> &str {
    let program = editor.split_whitespace().next().unwrap_or_default();
    program.rsplit('/').next().unwrap_or(program)
}

/// How this editor is told the line, as far as that is known.
fn arguments(editor: &str, file: &str, line: usize) -> Vec<String> {
    match name(editor) {
        "code" | "code-insiders" | "codium" | "cursor" => vec!["-g".into(), format!("{file}:{line}")],
        "hx" | "helix" | "subl" | "zed" | "zeditor" => vec![format!("{file}:{line}")],
        "vi" | "vim" | "nvim" | "gvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe" | "mg" => {
            vec![format!("+{line}"), file.into()]
        }
        "idea" | "rustrover" | "mate" | "kate" => vec!["--line".into(), line.to_string(), file.into()],
        _ => vec![file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind of opening, and the command's words.
    fn opened(variables: &[(&str, &str)]) -> Result<String, String> {
        let folder = tempfile::tempdir().unwrap();
        for program in ["vim", "nano", "hx", "kak", "code"] {
            std::fs::write(folder.path().join(program), "").unwrap();
        }
        let path = ("PATH", folder.path().to_str().unwrap());
        let variables: Vec<_> = variables.iter().copied().chain([path]).collect();
        let environment =
            |name: &str| variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        let (how, command) = match opening(environment, Path::new("/a/b.rs"), 7)? {
            Opening::Beside(command) => ("beside", command),
            Opening::Here(command) => ("here", command),
        };
        let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
        let words: Vec<String> =
            std::iter::once(command.get_program().to_string_lossy().into_owned()).chain(words).collect();
        Ok(format!("{how}: {}", words.join("|")))
    }

    #[test]
    fn the_environment_decides_where_the_editor_opens() {
        let cases: [(&[(&str, &str)], &str); 7] = [
            (&[("EDITOR", "vim")], "here: sh|-c|exec vim \"$@\"|sh|+7|/a/b.rs"),
            (&[("EDITOR", "vim"), ("VISUAL", "nano -l")], "here: sh|-c|exec nano -l \"$@\"|sh|+7|/a/b.rs"),
            (&[("EDITOR", "hx"), ("TMUX", "1")], "beside: tmux|split-window|-h|sh|-c|exec hx \"$@\"|sh|/a/b.rs:7"),
            (
                &[("EDITOR", "kak"), ("ZELLIJ", "0")],
                "beside: zellij|run|--close-on-exit|--|sh|-c|exec kak \"$@\"|sh|+7|/a/b.rs",
            ),
            (&[("EDITOR", "code --wait"), ("TMUX", "1")], "beside: sh|-c|exec code --wait \"$@\"|sh|-g|/a/b.rs:7"),
            (&[("EDITOR", "vim"), ("TERM_PROGRAM", "vscode")], "beside: code|--reuse-window|-g|/a/b.rs:7"),
            (&[("EDITOR", "/bin/sh")], "here: sh|-c|exec /bin/sh \"$@\"|sh|/a/b.rs"),
        ];
        for (variables, expected) in cases {
            assert_eq!(opened(variables).as_deref(), Ok(expected));
        }
        assert_eq!(opened(&[("EDITOR", " ")]), Err(NO_EDITOR.to_owned()));
        assert!(opened(&[("EDITOR", "nowhere -w")]).is_err_and(|reason| reason.starts_with("`nowhere` was not found")));
    }
}
