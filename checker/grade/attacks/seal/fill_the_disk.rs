// layer: seal
// tries: to fill the disk
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    use std::io::Write;
    if let Ok(mut file) = std::fs::File::create("@TARGET@/large") {
        let block = vec![0; 1 << 20];
        while file.write_all(&block).is_ok() {}
    }
}
