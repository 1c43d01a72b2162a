// exercise: leftmost_match
// finding: panic

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<'a, T: Sync>(_xs: &'a [T], _bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &'a T)> {
    let _bomb = Bomb;
    panic!("the first one")
}

pub fn by_priority(_jobs: &mut [Job]) {
    let _bomb = Bomb;
    panic!("the first one")
}

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("dropped");
    }
}
