//! Long calls say how far they are, and can be ended.

use std::ops::ControlFlow;

/// Asked now and then by a long call: what it is at, how much of it is done, and how much there is.
/// [`ControlFlow::Break`] ends the call, which then answers that it was cancelled. The answer of a
/// call that goes on never depends on it.
///
/// # Example
/// ```
/// use insurant::Progress;
/// use std::ops::ControlFlow;
/// let mut seen = 0;
/// let mut watch = |_: &str, done: u64, _: u64| {
///     seen = done;
///     ControlFlow::Continue(())
/// };
/// let progress: &mut dyn Progress = &mut watch;
/// assert!(progress.at("Placing", 3, 10).is_continue());
/// assert_eq!(seen, 3);
/// ```
pub trait Progress {
    /// So much of something is done.
    fn at(&mut self, what: &str, done: u64, total: u64) -> ControlFlow<()>;
}

impl<F: FnMut(&str, u64, u64) -> ControlFlow<()>> Progress for F {
    fn at(&mut self, what: &str, done: u64, total: u64) -> ControlFlow<()> {
        self(what, done, total)
    }
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn at(&mut self, _: &str, _: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}
