// right: types of its own, functions, and the type at fault deep inside

pub const PROGRAMS: [(&str, &str, &str); 7] = [
    (
        r#"
use std::thread::{self, JoinHandle};

fn start(name: String) -> JoinHandle<usize> {
    thread::Builder::new().spawn(|| name.len()).unwrap()
}

fn main() {
    start("ann".into()).join().unwrap();
}
"#,
        "|| name",
        "move || name",
    ),
    (
        r#"
use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for i in 0..3 {
        thread::spawn(move || sender.send(i));
    }
    println!("{}", receiver.iter().sum::<i32>());
}
"#,
        "move || sender.send(i)",
        "{ let sender = sender.clone(); move || sender.send(i) }",
    ),
    (
        r#"
struct Job {
    names: Vec<std::rc::Rc<str>>,
}

fn main() {
    let job = Job { names: vec!["ann".into()] };
    let work = move || job.names.len();
    std::thread::spawn(work);
}
"#,
        "rc::Rc",
        "sync::Arc",
    ),
    (
        r#"
use std::{sync::Arc, thread};

#[derive(Debug)]
struct Log(std::cell::RefCell<String>);

fn main() {
    let log = Arc::new(Log(String::new().into()));
    let own = Arc::clone(&log);
    thread::spawn(move || println!("{own:?}")).join().unwrap();
}
"#,
        "cell::RefCell",
        "sync::Mutex",
    ),
    (
        r#"
fn main() {
    let mut total = 0;
    std::thread::scope(|scope| {
        for i in 0..3 {
            scope.spawn(|| total += 1);
        }
    });
}
"#,
        "total += 1",
        "drop(total)",
    ),
    (
        r#"
use std::sync::Arc;

fn show(text: &str) {
    println!("{text}");
}

fn main() {
    let name = Arc::new(String::from("ann"));
    let text: &str = &name;
    std::thread::spawn(move || show(text));
}
"#,
        "text: &str = &name",
        "text: &str = Box::leak(Box::new(Arc::clone(&name)))",
    ),
    (
        r#"
struct Ptr<T>(*mut T);
unsafe impl<T> Send for Ptr<T> {}

fn main() {
    let ptr = Ptr::<u8>(std::ptr::null_mut());
    std::thread::spawn(move || {
        let Ptr(raw) = ptr;
        raw.is_null()
    });
}
"#,
        "= ptr;",
        "= { ptr };",
    ),
];
