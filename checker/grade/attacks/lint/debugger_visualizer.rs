// layer: lint
// tries: to embed a file for debuggers
// exercise: spawn_and_join
// outcome: rejected

#![debugger_visualizer(natvis_file = "@SECRET@")]

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
