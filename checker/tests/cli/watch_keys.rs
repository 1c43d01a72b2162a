//! Every key of the watch mode, and what surrounds it: editors, terminals, file systems.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::{Clone, Terminal, assert_nothing_left};

const ANSWER: &str = "exercises/01_threads/main_exits_first.rs";
const SOLUTION: &str = "solutions/01_threads/main_exits_first.rs";

const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const RIGHT: &str = "\u{1b}[C";
const END: &str = "\u{1b}[F";

/// The first verdict on the starter.
fn started(clone: &Clone) -> Terminal {
    let mut terminal = clone.watch(80, 24);
    terminal.wait_for(&["main_exits_first", "✗ not solved yet", "`main` would end now"]);
    terminal
}

#[test]
fn the_list_is_searched_and_filtered_and_jumps_and_resets() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    terminal.press("l");
    terminal.wait_for(&["> → main_exits_first", "Enter open", "f filter: all"]);
    terminal.press(RIGHT);
    terminal.wait_until("the next chapter", |screen| !screen.contains("> → main_exits_first"));
    terminal.press("/mutex");
    terminal.wait_for(&["/mutex▏", "> · mutex_counter"]);
    terminal.wait_until("the others gone", |screen| !screen.contains("spawn_and_join"));
    terminal.press("\r");
    terminal.wait_for(&["Esc show all"]);
    clone.save("exercises/02_shared_state/mutex_counter.rs", "// mine\n");
    terminal.press("x");
    terminal.wait_for(&["Put mutex_counter back to its start?", "y/n"]);
    terminal.press("n");
    terminal.wait_for(&["Nothing was changed."]);
    assert_eq!(clone.read("exercises/02_shared_state/mutex_counter.rs"), "// mine\n");
    terminal.press("xy");
    terminal.wait_for(&["Reset. Your answer was kept as", ".threadlings/backups/02_shared_state/mutex_counter-1.rs"]);
    terminal.press("\r");
    terminal.wait_for(&["Shared state › mutex_counter", "✗ not solved yet"]);
    terminal.press("lff");
    terminal.wait_for(&["Nothing is like that."]);
    terminal.press("f");
    terminal.wait_for(&["f filter: all", "> → mutex_counter"]);
}

#[test]
fn an_execution_is_walked_through() {
    let clone = Clone::new();
    let mut terminal = clone.watch_with(&["watch", "mutex_counter"], &[], 80, 24);
    clone.save(
        "exercises/02_shared_state/mutex_counter.rs",
        &clone.read("checker/hidden/02_shared_state/mutex_counter/wrong/atomic_for_each_player.rs"),
    );
    terminal.wait_for(&["`total()` returned 41", "t steps"]);
    terminal.press("t");
    terminal.wait_for(&["step 1 of"]);
    // All of its steps have come.
    terminal.wait_until("all steps", |screen| screen.contains("step 1 of") && !screen.contains("on their way"));
    terminal.press(DOWN);
    terminal.wait_for(&["step 2 of"]);
    terminal.press(END);
    terminal.wait_until("the last step", |screen| {
        let title = screen.lines().find(|line| line.contains("step ")).unwrap_or_default();
        let numbers: Vec<&str> = title.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
        numbers.len() >= 2 && numbers[0] == numbers[1]
    });
    // The line of the answer that the thread is at has its name in front.
    terminal
        .wait_until("a thread's line", |screen| screen.lines().any(|line| line.contains("▶") && line.contains("│")));
    terminal.press(UP);
    terminal.press("\u{1b}");
    terminal.wait_for(&["`total()` returned 41"]);
}

#[test]
fn a_pass_is_compared_with_the_solution() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    terminal.press("d");
    terminal.wait_for(&["can be compared with an answer that passes"]);
    clone.save(ANSWER, &clone.read(SOLUTION).replace("let mut threads = Vec::new();", "let mut threads = vec![];"));
    terminal.wait_for(&["✓ passes", "d diff"]);
    terminal.press("d");
    terminal.wait_for(&["your answer", "solution", "let mut threads = vec![];         |", "equal lines"]);
    terminal.press("d");
    terminal.wait_for(&["main_exits_first is solved"]);
}

#[test]
fn what_the_code_printed_is_shown() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    let job = "pub type Job = Box<dyn FnOnce() -> String + Send>;\n";
    clone.save(ANSWER, &format!("{job}pub fn run(_: Vec<Job>) {{ println!(\"nobody\\u{{1b}}[2J works\"); }}\n"));
    terminal.wait_for(&["✗ not solved yet", "o output"]);
    terminal.press("o");
    terminal.wait_for(&["What your code printed in the failing execution", "nobody·[2J works"]);
    terminal.press("\u{1b}");
    terminal.wait_for(&["h hint"]);
}

#[test]
fn all_errors_are_shown_at_a_key() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    clone.save(ANSWER, "fn one() -> u8 { true }\nfn two() -> u8 { missing }\n");
    terminal.wait_for(&["error[E0", "… and 1 more error", "a all"]);
    terminal.press("a");
    terminal.wait_for(&["E0425", "E0308", "a in short"]);
    terminal.press("a");
    terminal.wait_for(&["… and 1 more error"]);
}

#[test]
fn the_editor_gets_the_terminal_and_gives_it_back() {
    let clone = Clone::new();
    let editor = clone.path("edit.sh");
    // It says what it was called with, reads a line of what is typed, and saves.
    let script = "#!/bin/sh\nprintf 'editing %s\\r\\n' \"$1\"\nread line < /dev/tty\necho \"$line\" > typed\ncp \"$SOLVED\" \"$1\"\n";
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let solution = clone.path(SOLUTION);
    let mut terminal = clone.watch_with(&[], &[("EDITOR", &editor), ("SOLVED", &solution)], 80, 24);
    terminal.wait_for(&["✗ not solved yet"]);
    terminal.press("e");
    terminal.wait_until("the editor", |screen| screen.contains("editing ") && screen.contains("main_exits_first.rs"));
    assert!(terminal.is_restored());
    terminal.press("quick question\r");
    terminal.wait_for(&["✓ passes", "n next"]);
    assert!(!terminal.is_main_screen());
    assert_eq!(clone.read("typed"), "quick question\n");
    terminal.press("h");
    terminal.wait_for(&["Hint 1 of 3"]);
    terminal.press("q");
    assert!(terminal.wait().success());
}

#[test]
fn an_editor_beside_tmux_gets_a_pane_and_none_is_told() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    terminal.press("e");
    terminal.wait_for(&["Which editor? Set VISUAL or EDITOR"]);

    let tmux = clone.path("bin/tmux");
    fs::create_dir(clone.path("bin")).unwrap();
    fs::write(&tmux, "#!/bin/sh\necho \"$@\" > called.new\nmv called.new called\nexit 1\n").unwrap();
    fs::set_permissions(&tmux, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", clone.path("bin").display(), std::env::var("PATH").unwrap());
    let variables: [(&str, &Path); 3] =
        [("TMUX", Path::new("1")), ("EDITOR", Path::new("/bin/sh")), ("PATH", Path::new(&path))];
    let mut terminal = clone.watch_with(&[], &variables, 80, 24);
    terminal.wait_for(&["✗ not solved yet"]);
    terminal.press("e");
    terminal.wait_for(&["The editor has ended with an error"]);
    assert!(clone.read("called").starts_with("split-window -h sh -c exec /bin/sh"));
}

/// A change through another name of the same file, in a folder that nobody watches, is one that the system does not
/// report; as one that comes over a network.
#[test]
fn saves_that_are_not_reported_are_noticed() {
    let clone = Clone::new();
    let elsewhere = clone.path("elsewhere.rs");
    fs::hard_link(clone.path(ANSWER), &elsewhere).unwrap();
    let starter = clone.read(ANSWER);
    let mut terminal = started(&clone);
    fs::write(&elsewhere, clone.read(SOLUTION)).unwrap();
    terminal.wait_for(&["The system did not report a save", "✓ passes"]);
    // From now on the files are looked at.
    fs::write(&elsewhere, starter).unwrap();
    terminal.wait_for(&["✗ does not pass now"]);
    clone.save(ANSWER, "fn main() {}\n// ordinary\n");
    terminal.wait_for(&["the tests find no public `Job`, `run` in your file"]);
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_gets_text() {
    let clone = Clone::new();
    let mut terminal = clone.watch_with(&[], &[("TERM", Path::new("dumb"))], 80, 24);
    terminal.wait_for(&["✗ not solved yet", "Type a key"]);
    assert!(terminal.is_main_screen() && !terminal.is_colourful());
    terminal.press("h\r");
    terminal.wait_for(&["Hint 1 of 3"]);
    clone.save(ANSWER, &clone.read(SOLUTION));
    terminal.wait_for(&["✓ passes", "Next: "]);
    terminal.press("mutex_counter\r");
    terminal.wait_for(&["mutex_counter.rs ── ✗ not solved yet"]);
    terminal.press("x\r");
    terminal.wait_for(&["Put mutex_counter back to its start?"]);
    terminal.press("n\r");
    terminal.wait_for(&["Nothing was changed."]);
    terminal.press("no_such_thing\r");
    terminal.wait_for(&["There is no exercise `no_such_thing`."]);
    terminal.press("q\r");
    assert!(terminal.wait().success());
}

#[test]
fn colours_come_and_go_as_asked_for() {
    let clone = Clone::new();
    let yes = Path::new("1");
    for (arguments, variables, colourful) in [
        (&[][..], &[][..], true),
        (&["--color", "never"], &[], false),
        (&[], &[("NO_COLOR", yes)], false),
        (&["--color", "always"], &[("NO_COLOR", yes)], true),
    ] {
        let mut terminal = clone.watch_with(arguments, variables, 80, 24);
        terminal.wait_for(&["✗ not solved yet", "`main` would end now"]);
        assert_eq!(terminal.is_colourful(), colourful, "{arguments:?} {variables:?}");
        terminal.press("q");
        terminal.wait();
    }
}

/// Keys and saves in an order that nobody would think of; the same in each run. Every now and then a save must lead to
/// its own verdict, whatever came before.
#[test]
fn random_keys_and_saves_do_no_harm() {
    const KEYS: [&str; 30] = [
        "n",
        "h",
        "l",
        "e",
        "r",
        "x",
        "y",
        "t",
        "o",
        "d",
        "a",
        "f",
        "/",
        "?",
        "s",
        "\r",
        "\u{1b}",
        " ",
        "j",
        "k",
        UP,
        DOWN,
        RIGHT,
        "\u{1b}[D",
        END,
        "\u{1b}[H",
        "\u{1b}[5~",
        "\u{1b}[6~",
        "\u{7f}",
        "1",
    ];
    let clone = Clone::new();
    // Exercises with crates are left out: nobody here waits until these are built.
    let course = clone.read("info.toml");
    let chapters = course.find("\ncrates = [").and_then(|first| course[..first].rfind("[[chapter]]"));
    clone.save("info.toml", &course[..chapters.unwrap()]);
    let mut terminal = started(&clone);
    let texts = [clone.read(SOLUTION), clone.read(ANSWER), "fn main() {".into(), String::new()];
    let mut dice = Dice(7);
    let mut memory = Vec::new();
    for round in 0..6 {
        for _ in 0..60 {
            match dice.roll(10) {
                0 => clone.save(ANSWER, &texts[dice.roll(texts.len())]),
                1 if dice.roll(4) == 0 => {
                    let (columns, rows) = [(80, 24), (20, 5), (132, 50), (40, 12)][dice.roll(4)];
                    terminal.resize(columns, rows);
                }
                _ => terminal.press(KEYS[dice.roll(KEYS.len())]),
            }
        }
        terminal.resize(80, 24);
        // A question takes the first Esc, a search or a filter the next, the list another one. Two escapes at once are one
        // Esc; one could be taken for the beginning of a sequence.
        terminal.press(&"\u{1b}".repeat(12));
        terminal.press("l");
        terminal.wait_for(&["Enter open", "f filter: all"]);
        terminal.press("/main_exits");
        terminal.wait_for(&["/main_exits▏"]);
        terminal.press("\r\r");
        terminal.wait_for(&["Threads › main_exits_first", "l list"]);
        clone.save(ANSWER, &format!("fn main() {{ mistake_{round} }}\n"));
        terminal.wait_for(&[&format!("`mistake_{round}`"), "error[E0425]"]);
        memory.push(resident(terminal.id()));
    }
    // What it holds after the first round is enough for all the others.
    let (first, last) = (memory[1], memory[memory.len() - 1]);
    assert!(last < first + 4 * 1024, "it grows, in KiB: {memory:?}");
    terminal.press("q");
    assert!(terminal.wait().success());
    assert!(terminal.is_restored());
    assert_nothing_left(terminal.id());
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// The memory that a process holds, in KiB; 0 where the system does not tell.
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
