use std::thread;

pub fn each_line(text: &str, take: impl Fn(&str) + Sync) {
    thread::scope(|scope| {
        for line in text.lines().filter(|line| !line.is_empty()) {
            scope.spawn(|| take(line));
        }
    });
}
