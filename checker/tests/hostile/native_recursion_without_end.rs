// exercise: leftmost_match
// finding: crash

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<'a, T: Sync>(_xs: &'a [T], _bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &'a T)> {
    deeper(1);
    unreachable!()
}

pub fn by_priority(_jobs: &mut [Job]) {
    deeper(1);
    unreachable!()
}

fn deeper(depth: u64) -> u64 {
    std::hint::black_box(depth) + deeper(depth + 1)
}
