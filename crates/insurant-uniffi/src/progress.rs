//! Long work says how far it is, and can be ended.

use crate::error::InsurantError;
use insurant::Progress;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A host that wants to know how far a long call is.
#[uniffi::export(foreign)]
pub trait ProgressListener: Send + Sync {
    /// So much is done of so much. It answers whether to go on; `false` ends the call, which is then
    /// cancelled. It is called on the thread that made the call, at most some twenty times a second.
    fn at(&self, what: String, done: i64, total: i64) -> Result<bool, InsurantError>;
}

/// Ends a long call from any thread. Once cancelled it stays so: take a new one for each call.
#[derive(Debug, Default, uniffi::Object)]
pub struct Cancellation(AtomicBool);

#[uniffi::export]
impl Cancellation {
    /// One that has not been cancelled.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, InsurantError> {
        Ok(Arc::default())
    }

    /// Ends the calls that were given this, soon.
    pub fn cancel(&self) -> Result<(), InsurantError> {
        self.0.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> Result<bool, InsurantError> {
        Ok(self.0.load(Ordering::Relaxed))
    }
}

/// How rarely a listener is told: crossing to the host is dear.
const PAUSE: Duration = Duration::from_millis(50);

/// The core's progress, told to the host.
pub(crate) struct Watch {
    listener: Option<Arc<dyn ProgressListener>>,
    cancellation: Option<Arc<Cancellation>>,
    /// When the listener was told last. No answer depends on it.
    told: Option<Instant>,
    failed: Option<InsurantError>,
}

impl Watch {
    pub(crate) fn new(
        listener: Option<Arc<dyn ProgressListener>>,
        cancellation: Option<Arc<Cancellation>>,
    ) -> Self {
        Self {
            listener,
            cancellation,
            told: None,
            failed: None,
        }
    }

    /// What the listener threw, if that is what ended the call.
    pub(crate) fn failed(self) -> Option<InsurantError> {
        self.failed
    }

    fn is_cancelled(&self) -> bool {
        let cancellation = self.cancellation.as_ref();
        cancellation.is_some_and(|cancellation| cancellation.0.load(Ordering::Relaxed))
    }
}

impl Progress for Watch {
    fn at(&mut self, what: &str, done: u64, total: u64) -> ControlFlow<()> {
        if self.is_cancelled() {
            return ControlFlow::Break(());
        }
        let Some(listener) = &self.listener else {
            return ControlFlow::Continue(());
        };
        let recent = self.told.is_some_and(|told| told.elapsed() < PAUSE);
        if recent && done < total {
            return ControlFlow::Continue(());
        }
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let answer = listener.at(what.to_owned(), number(done), number(total));
        self.told = Some(Instant::now());
        match answer {
            Ok(true) => ControlFlow::Continue(()),
            Ok(false) => ControlFlow::Break(()),
            Err(error) => {
                self.failed = Some(error);
                ControlFlow::Break(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    struct Listener {
        told: Mutex<Vec<i64>>,
        until: i64,
        throws: bool,
    }

    impl ProgressListener for Listener {
        fn at(&self, what: String, done: i64, total: i64) -> Result<bool, InsurantError> {
            assert_eq!((what.as_str(), total), ("Counting", 10));
            self.told.lock().unwrap().push(done);
            if self.throws {
                return Err(uniffi::UnexpectedUniFFICallbackError::new("the host's words").into());
            }
            Ok(done < self.until)
        }
    }

    fn told(until: i64, throws: bool) -> (Vec<i64>, Option<InsurantError>) {
        let listener = Arc::new(Listener {
            told: Mutex::default(),
            until,
            throws,
        });
        let mut watch = Watch::new(Some(listener.clone()), None);
        for done in 0..=10 {
            if watch.at("Counting", done, 10).is_break() {
                break;
            }
        }
        let told = listener.told.lock().unwrap().clone();
        (told, watch.failed())
    }

    #[test]
    fn a_listener_is_told_rarely_and_of_the_end() {
        let (told, failed) = told(11, false);
        assert_eq!((told.first(), told.last()), (Some(&0), Some(&10)));
        assert!(told.len() < 11 && failed.is_none());
    }

    #[test]
    fn a_listener_can_stop_and_can_fail() {
        assert!(matches!(told(0, false), (told, None) if told == [0]));
        let (told, failed) = told(11, true);
        assert_eq!(told, [0]);
        let Some(InsurantError::Callback { problems }) = failed else {
            panic!("another error: {failed:?}");
        };
        assert_eq!(problems[0].code, "callback_failed");
        assert_eq!(problems[0].found.as_deref(), Some("the host's words"));
    }

    #[test]
    fn a_cancelled_call_ends_without_a_listener() {
        let cancellation = Cancellation::new().unwrap();
        let mut watch = Watch::new(None, Some(Arc::clone(&cancellation)));
        assert!(watch.at("", 1, 2).is_continue());
        assert!(!cancellation.is_cancelled().unwrap());
        cancellation.cancel().unwrap();
        assert!(cancellation.is_cancelled().unwrap());
        assert!(watch.at("", 1, 2).is_break());
    }
}
