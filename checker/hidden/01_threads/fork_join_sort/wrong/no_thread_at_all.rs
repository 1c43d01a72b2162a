// wrong: leaves everything to the standard library, on one thread
// finding: two_threads_compare_at_the_same_time: never_happens

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], _max_threads: usize) {
    data.sort();
}
