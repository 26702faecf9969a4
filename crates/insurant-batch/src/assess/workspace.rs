//! Memory kept from run to run.

use super::rows::{ClaimRow, PolicyRow};
use super::sheet::NOBODY;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

/// Memory that runs use again, so that a host which assesses often does not ask its system for fresh
/// pages every time. It holds rows of the last portfolio until it is dropped, and no answer depends on
/// what is in it.
#[derive(Debug, Default)]
pub struct Workspace {
    pub(super) policies: Pool<PolicyRow>,
    pub(super) claims: Pool<ClaimRow>,
    pub(super) numbers: Pool<u32>,
    pub(super) places: Pool<AtomicU32>,
}

impl Workspace {
    /// Memory without anything in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// So many places, all of nobody.
    pub(super) fn places(&self, count: usize) -> Vec<AtomicU32> {
        let mut places = self.places.take();
        for place in places.iter().take(count) {
            place.store(NOBODY, Ordering::Relaxed);
        }
        places.resize_with(count, || AtomicU32::new(NOBODY));
        places
    }
}

/// Vectors that nobody uses at the moment, with what was last in them.
#[derive(Debug)]
pub(super) struct Pool<T>(Mutex<Vec<Vec<T>>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<T> Pool<T> {
    /// One of them, else a new one.
    pub(super) fn take(&self) -> Vec<T> {
        let last = self.0.lock().ok().and_then(|mut idle| idle.pop());
        last.unwrap_or_default()
    }

    /// Lays one aside.
    pub(super) fn give(&self, vector: Vec<T>) {
        if let Ok(mut idle) = self.0.lock() {
            idle.push(vector);
        }
    }
}

impl Pool<u32> {
    /// An empty one.
    pub(super) fn empty(&self) -> Vec<u32> {
        let mut numbers = self.take();
        numbers.clear();
        numbers
    }
}

/// The pool of rows of a kind.
pub(super) trait Kept: Sized {
    fn pool(room: &Workspace) -> &Pool<Self>;
}

impl Kept for PolicyRow {
    fn pool(room: &Workspace) -> &Pool<Self> {
        &room.policies
    }
}

impl Kept for ClaimRow {
    fn pool(room: &Workspace) -> &Pool<Self> {
        &room.claims
    }
}
