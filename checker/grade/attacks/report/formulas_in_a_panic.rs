// layer: report
// tries: to have a spreadsheet compute something
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("=cmd|' /C calc'!A0,\n+1+1\n-1\n@SUM(1)\n\t=1");
}
