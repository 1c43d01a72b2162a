// layer: seal
// tries: to overwrite the harness in memory
// exercise: spawn_and_join
// outcome: fail
// never: Ok(

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    use std::io::Write;
    let memory = std::fs::OpenOptions::new().write(true).open("/proc/self/mem");
    let written = memory.and_then(|mut memory| memory.write_all(&[0; 8]));
    panic!("{written:?}");
}
