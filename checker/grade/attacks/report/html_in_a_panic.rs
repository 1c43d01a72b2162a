// layer: report
// tries: to run a script in the browser of whoever reads the page
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("<script>alert(1)</script><img src=x onerror=alert(1)>]]></failure><testcase/>");
}
