// wrong: does everything on the calling thread
// finding: two_elements_at_the_same_time: deadlock

pub fn for_each_mut<T: Send>(data: &mut [T], _workers: usize, f: impl Fn(&mut T) + Sync) {
    data.iter_mut().for_each(f);
}
