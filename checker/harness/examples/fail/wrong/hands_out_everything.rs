// wrong: leaves nothing out, and does not look at what became of its threads
// finding: empty_lines_are_left_out: wrong_result
use std::thread;

pub fn each_line(text: &str, take: impl Fn(&str) + Sync) {
    thread::scope(|scope| {
        for line in text.lines() {
            let _ = scope.spawn(|| take(line)).join();
        }
    });
}
