// right: halves with `rayon::join`; the left half wins

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    search(xs, 0, &bad)
}

fn search<'a, T: Sync>(xs: &'a [T], start: usize, bad: &(impl Fn(&T) -> bool + Sync)) -> Option<(usize, &'a T)> {
    if xs.len() <= 8 {
        return xs.iter().enumerate().find(|(_, x)| bad(x)).map(|(index, x)| (start + index, x));
    }
    let (left, right) = xs.split_at(xs.len() / 2);
    let middle = start + left.len();
    let (left, right) = rayon::join(|| search(left, start, bad), || search(right, middle, bad));
    left.or(right)
}

pub fn by_priority(jobs: &mut [Job]) {
    let mut numbered: Vec<(usize, Job)> = jobs.iter().cloned().enumerate().collect();
    numbered.sort_unstable_by_key(|(index, job)| (job.priority, *index));
    for (place, (_, job)) in jobs.iter_mut().zip(numbered) {
        *place = job;
    }
}
