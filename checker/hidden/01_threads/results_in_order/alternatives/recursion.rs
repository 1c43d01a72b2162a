// right: each call takes the last item, and joins its thread after the others have been done

use std::thread;

pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send,
    R: Send,
{
    fn go<T: Send, R: Send>(mut items: std::vec::IntoIter<T>, f: fn(T) -> R) -> Vec<R> {
        let Some(last) = items.next_back() else { return vec![] };
        thread::scope(|s| {
            let h = s.spawn(move || f(last));
            let mut v = go(items, f);
            v.push(h.join().unwrap());
            v
        })
    }
    go(items.into_iter(), f)
}
