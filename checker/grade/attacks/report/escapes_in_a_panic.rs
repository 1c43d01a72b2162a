// layer: report
// tries: to steer the terminal of whoever reads the report
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("\u{1b}[2J\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}olleh\u{2066}\u{fffe}\u{ffff}\u{feff}");
}
