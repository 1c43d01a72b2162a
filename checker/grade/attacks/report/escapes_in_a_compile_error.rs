// layer: report
// tries: the same in what the compiler quotes
// exercise: spawn_and_join
// outcome: compile_error

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let text: u8 = "@{\x1b*1}[2J ::error::pwned <script>alert(1)</script> ]]>";
}
