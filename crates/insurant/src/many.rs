//! Much of the same on several threads: blocks of rows, whose answers never depend on the threads.

use crate::code;
use crate::progress::Progress;
use insurant_rules::{Problem, Problems};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{Builder, ScopedJoinHandle, scope};

/// Rows that a thread takes at once: enough to be worth the taking, few enough that threads end
/// together.
pub const BLOCK: usize = 1024;

/// The most threads that one call starts.
pub const MOST_THREADS: usize = 1024;

/// Why not everything was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The number of threads is none from 1 to [`MOST_THREADS`].
    Threads(usize),
    /// The caller asked to stop: some blocks were done, others never begun.
    Cancelled,
    /// The work itself failed on some thread.
    Panicked,
}

impl Stopped {
    /// What is told of it.
    #[must_use]
    pub fn problems(self) -> Problems {
        match self {
            Self::Threads(found) => {
                Problem::new(code::THREADS, "so many threads cannot be started")
                    .found(found.to_string())
                    .expected(format!("1 to {MOST_THREADS}"))
                    .remedy("give as many as the machine has processors")
            }
            Self::Cancelled => Problem::new(code::CANCELLED, "the caller asked to stop"),
            Self::Panicked => Problem::new(code::PANICKED, "the library failed inside")
                .remedy("please report it with what was handed over; the host may go on"),
        }
        .into()
    }
}

/// Does rows `0..count` in blocks on up to `threads` threads, the calling thread among them. `work`
/// gets room of its own thread, made by `room`, and a block. The progress is asked on the calling
/// thread alone: before anything is done, after each block that it did itself, and when all are done
/// whoever did them.
///
/// # Errors
/// [`Stopped`]; the blocks that were done by then stay done.
///
/// # Example
/// ```
/// use insurant::{Unwatched, many};
/// use std::sync::atomic::{AtomicU64, Ordering};
/// let sum = AtomicU64::new(0);
/// many::in_blocks(5000, 2, "Adding", &mut Unwatched, || (), |(), rows| {
///     let block: u64 = rows.map(|row| row as u64).sum();
///     sum.fetch_add(block, Ordering::Relaxed);
/// })
/// .map_err(many::Stopped::problems)?;
/// assert_eq!(sum.into_inner(), 12_497_500);
/// # Ok::<(), insurant::Problems>(())
/// ```
pub fn in_blocks<R>(
    count: usize,
    threads: usize,
    what: &str,
    progress: &mut dyn Progress,
    room: impl Fn() -> R + Sync,
    work: impl Fn(&mut R, Range<usize>) + Sync,
) -> Result<(), Stopped> {
    if threads == 0 || threads > MOST_THREADS {
        return Err(Stopped::Threads(threads));
    }
    let blocks = Blocks {
        count,
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        stopped: AtomicBool::new(false),
    };
    let total = wide(count);
    let mut told = None;
    let mut go_on = |done: usize| {
        // Each number once: what was done last is told by whoever sees it first.
        told == Some(done) || {
            told = Some(done);
            progress.at(what, wide(done), total).is_continue()
        }
    };
    if !go_on(0) {
        return Err(Stopped::Cancelled);
    }
    let helpers = threads.min(count.div_ceil(BLOCK)).saturating_sub(1);
    let alone = helpers == 0;
    if alone {
        // Without a thread of the library's own the host's gets nothing that it would have to keep:
        // a scope makes the calling thread known to the standard library for as long as it lives.
        blocks.run(&room, &work, &mut go_on);
    }
    let whole = alone
        || scope(|scope| {
            let started: Vec<ScopedJoinHandle<'_, ()>> = (0..helpers)
                // A thread that the system does not give is one thread fewer.
                .filter_map(|_| {
                    let run = || blocks.run(&room, &work, |_| true);
                    Builder::new().spawn_scoped(scope, run).ok()
                })
                .collect();
            blocks.run(&room, &work, &mut go_on);
            let ended: Vec<bool> = started.into_iter().map(|t| t.join().is_ok()).collect();
            ended.into_iter().all(|well| well)
        });
    // What the others did last.
    let stopped = || blocks.stopped.load(Ordering::Relaxed);
    let all = blocks.done.load(Ordering::Relaxed);
    if whole && !stopped() && !go_on(all) {
        blocks.stopped.store(true, Ordering::Relaxed);
    }
    if !whole {
        return Err(Stopped::Panicked);
    }
    if stopped() {
        return Err(Stopped::Cancelled);
    }
    Ok(())
}

struct Blocks {
    count: usize,
    next: AtomicUsize,
    done: AtomicUsize,
    stopped: AtomicBool,
}

impl Blocks {
    /// Takes blocks until there are none. `go_on` is asked after each, with how many rows are done.
    fn run<R>(
        &self,
        room: impl Fn() -> R,
        work: impl Fn(&mut R, Range<usize>),
        mut go_on: impl FnMut(usize) -> bool,
    ) {
        let mut room = room();
        while !self.stopped.load(Ordering::Relaxed) {
            let from = self.next.fetch_add(BLOCK, Ordering::Relaxed);
            if from >= self.count {
                return;
            }
            let to = from.saturating_add(BLOCK).min(self.count);
            work(&mut room, from..to);
            let done = self.done.fetch_add(to - from, Ordering::Relaxed) + to - from;
            if !go_on(done) {
                self.stopped.store(true, Ordering::Relaxed);
            }
        }
    }
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Unwatched;
    use std::ops::ControlFlow;
    use std::sync::Mutex;

    #[test]
    fn each_row_is_done_once_whatever_the_threads() {
        for count in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 10 * BLOCK + 7] {
            for threads in [1, 2, 7, MOST_THREADS] {
                let seen = Mutex::new(vec![0_u8; count]);
                let work = |(): &mut (), rows: Range<usize>| {
                    assert!(rows.len() <= BLOCK);
                    let mut seen = seen.lock().unwrap();
                    rows.for_each(|row| seen[row] += 1);
                };
                in_blocks(count, threads, "", &mut Unwatched, || (), work).unwrap();
                assert!(seen.into_inner().unwrap().iter().all(|times| *times == 1));
            }
        }
    }

    #[test]
    fn progress_is_told_on_the_calling_thread_and_can_stop() {
        let caller = std::thread::current().id();
        let mut told = Vec::new();
        let mut watch = |what: &str, done: u64, total: u64| {
            assert_eq!(std::thread::current().id(), caller);
            assert_eq!((what, total), ("Counting", 9 * BLOCK as u64));
            told.push(done);
            if told.len() == 2 {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        };
        let done = AtomicUsize::new(0);
        let work = |(): &mut (), rows: Range<usize>| {
            done.fetch_add(rows.len(), Ordering::Relaxed);
        };
        let ended = in_blocks(9 * BLOCK, 1, "Counting", &mut watch, || (), work);
        assert_eq!(ended, Err(Stopped::Cancelled));
        assert_eq!(told, [0, BLOCK as u64]);
        assert_eq!(done.into_inner(), BLOCK);
    }

    #[test]
    fn progress_is_told_at_the_start_and_at_the_end_whoever_does_the_work() {
        let caller = std::thread::current().id();
        let slow = || {
            if std::thread::current().id() == caller {
                // The helper takes everything before this thread takes anything.
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
        };
        let total = 3 * BLOCK as u64;
        let mut told = Vec::new();
        let mut watch = |_: &str, done: u64, _: u64| {
            assert_eq!(std::thread::current().id(), caller);
            told.push(done);
            ControlFlow::Continue(())
        };
        in_blocks(3 * BLOCK, 2, "", &mut watch, slow, |(), _| {}).unwrap();
        assert_eq!(told.first(), Some(&0));
        assert_eq!(told.last(), Some(&total));
        assert!(told.is_sorted());
        assert_eq!(told.iter().filter(|done| **done == total).count(), 1);
        let mut none = Vec::new();
        let mut watch = |_: &str, done: u64, total: u64| {
            none.push((done, total));
            ControlFlow::Continue(())
        };
        in_blocks(0, 2, "", &mut watch, || (), |(), _| {}).unwrap();
        assert_eq!(none, [(0, 0)]);
    }

    #[test]
    fn what_is_stopped_before_it_begins_does_nothing_on_any_thread() {
        let done = AtomicUsize::new(0);
        let work = |(): &mut (), rows: Range<usize>| {
            done.fetch_add(rows.len(), Ordering::Relaxed);
        };
        let mut stop = |_: &str, _: u64, _: u64| ControlFlow::Break(());
        let ended = in_blocks(64 * BLOCK, 4, "", &mut stop, || (), work);
        assert_eq!(ended, Err(Stopped::Cancelled));
        assert_eq!(done.into_inner(), 0);
    }

    #[test]
    fn a_thread_that_fails_is_told() {
        let caller = std::thread::current().id();
        let room = || std::thread::current().id() == caller;
        let work = |main: &mut bool, _: Range<usize>| {
            assert!(*main, "a planted failure");
            // The others get their turn.
            std::thread::sleep(std::time::Duration::from_millis(2));
        };
        let ended = in_blocks(64 * BLOCK, 4, "", &mut Unwatched, room, work);
        assert_eq!(ended, Err(Stopped::Panicked));
    }

    #[test]
    fn what_is_told_of_it() {
        for (threads, found) in [(0, "0"), (MOST_THREADS + 1, "1025")] {
            let ended = in_blocks(1, threads, "", &mut Unwatched, || (), |(), _| {});
            assert_eq!(ended, Err(Stopped::Threads(threads)));
            let problems = ended.unwrap_err().problems();
            let problem = problems.iter().next().unwrap();
            assert_eq!(problem.code(), code::THREADS);
            assert_eq!(problem.found_text(), Some(found));
        }
        let cancelled = Stopped::Cancelled.problems();
        assert_eq!(
            crate::ErrorKind::of(&cancelled),
            crate::ErrorKind::Cancelled
        );
        let panicked = Stopped::Panicked.problems();
        assert_eq!(panicked.iter().next().unwrap().code(), code::PANICKED);
    }
}
