//! A progress bar, for people only: it is drawn on standard error when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;

/// A bar for what takes long.
pub(crate) struct Progress {
    bar: ProgressBar,
    what: String,
}

impl Progress {
    /// A bar, or nothing when nobody watches.
    pub(crate) fn new() -> Self {
        let watched = std::io::stderr().is_terminal();
        let target = if watched {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        if let Ok(style) = ProgressStyle::with_template("{msg:24} [{bar:32}] {percent:>3}% {eta}") {
            bar.set_style(style.progress_chars("=> "));
        }
        Self {
            bar,
            what: String::new(),
        }
    }

    /// So much of something is done.
    pub(crate) fn at(&mut self, what: &str, done: u64, total: u64) {
        if what != self.what {
            what.clone_into(&mut self.what);
            self.bar.reset();
            self.bar.set_message(what.to_owned());
        }
        self.bar.set_length(total);
        self.bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
