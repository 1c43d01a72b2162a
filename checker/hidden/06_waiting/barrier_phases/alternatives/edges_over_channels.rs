// right: each thread owns its cells, and sends those at its edges to its neighbours in each step

use std::sync::mpsc;
use std::thread;

pub fn simulate(cells: Vec<i64>, steps: usize, workers: usize, rule: fn(i64, i64, i64) -> i64) -> Vec<i64> {
    if cells.is_empty() {
        return cells;
    }
    let size = cells.len().div_ceil(workers);
    let chunks: Vec<Vec<i64>> = cells.chunks(size).map(<[i64]>::to_vec).collect();
    let count = chunks.len();
    // For each chunk what its left neighbour sends, and what its right neighbour sends.
    let (to_right, mut from_left): (Vec<_>, Vec<_>) = (0..count).map(|_| mpsc::channel()).unzip();
    let (mut to_left, from_right): (Vec<_>, Vec<_>) = (0..count).map(|_| mpsc::channel()).unzip();
    from_left.rotate_right(1);
    to_left.rotate_right(1);
    thread::scope(|scope| {
        let ends = to_right.into_iter().zip(from_left).zip(to_left.into_iter().zip(from_right));
        let threads: Vec<_> = chunks
            .into_iter()
            .zip(ends)
            .map(|(mut chunk, ((to_right, from_left), (to_left, from_right)))| {
                scope.spawn(move || {
                    for _ in 0..steps {
                        to_left.send(chunk[0]).unwrap();
                        to_right.send(chunk[chunk.len() - 1]).unwrap();
                        let mut row = vec![from_left.recv().unwrap()];
                        row.append(&mut chunk);
                        row.push(from_right.recv().unwrap());
                        chunk = row.windows(3).map(|cells| rule(cells[0], cells[1], cells[2])).collect();
                    }
                    chunk
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}
