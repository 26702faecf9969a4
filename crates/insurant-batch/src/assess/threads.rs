//! Tasks on threads. What comes out never depends on how many there are.

use std::sync::Mutex;
use std::thread::{Builder, scope};

/// Does every task, each with room of its thread, and gives the answers in the order of the tasks.
/// A thread that the system refuses is one fewer; a panic goes on in the caller.
pub(super) fn each<T: Send, S, R: Send>(
    tasks: Vec<T>,
    threads: usize,
    room: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, T) -> R + Sync,
) -> Vec<R> {
    if threads < 2 || tasks.len() < 2 {
        let mut room = room();
        return tasks
            .into_iter()
            .map(|task| work(&mut room, task))
            .collect();
    }
    let helpers = threads.min(tasks.len()) - 1;
    let waiting = Mutex::new(tasks.into_iter().enumerate());
    let run = || {
        let mut room = room();
        let mut done = Vec::new();
        loop {
            let next = match waiting.lock() {
                Ok(mut waiting) => waiting.next(),
                // Somebody else's panic: it is told when that thread is joined.
                Err(_) => None,
            };
            let Some((number, task)) = next else {
                return done;
            };
            done.push((number, work(&mut room, task)));
        }
    };
    let mut answers: Vec<(usize, R)> = scope(|scope| {
        let started: Vec<_> = (0..helpers)
            .filter_map(|_| Builder::new().spawn_scoped(scope, run).ok())
            .collect();
        let mut answers = run();
        for thread in started {
            match thread.join() {
                Ok(more) => answers.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        answers
    });
    answers.sort_unstable_by_key(|(number, _)| *number);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn answers_come_in_the_order_of_the_tasks() {
        let wanted: Vec<u64> = (0..1000).map(|n| n * n).collect();
        for threads in [1, 2, 3, 8] {
            let squares = each((0..1000_u64).collect(), threads, || (), |(), n| n * n);
            assert_eq!(squares, wanted);
        }
    }
}
