// layer: report
// tries: the same in what it prints
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    println!("\u{1b}[2J::error::pwned <script>alert(1)</script>\u{202e}");
    std::process::exit(0);
}
