//! Arrow's structs as C has them, and who has to release one.
//!
//! The `arrow` crates have them too, but keep their fields to themselves, and believe them. Here each is
//! looked at before it is believed.

use std::ffi::{c_char, c_int, c_void};
use std::panic::RefUnwindSafe;

/// A type: `struct ArrowSchema` of Arrow's C data interface.
#[repr(C)]
#[derive(Debug)]
pub struct ArrowSchema {
    pub(super) format: *const c_char,
    pub(super) name: *const c_char,
    pub(super) metadata: *const c_char,
    pub(super) flags: i64,
    pub(super) n_children: i64,
    pub(super) children: *mut *mut ArrowSchema,
    pub(super) dictionary: *mut ArrowSchema,
    pub(super) release: Option<unsafe extern "C" fn(*mut ArrowSchema)>,
    pub(super) private_data: *mut c_void,
}

/// Values: `struct ArrowArray` of Arrow's C data interface.
#[repr(C)]
#[derive(Debug)]
pub struct ArrowArray {
    pub(super) length: i64,
    pub(super) null_count: i64,
    pub(super) offset: i64,
    pub(super) n_buffers: i64,
    pub(super) n_children: i64,
    pub(super) buffers: *mut *const c_void,
    pub(super) children: *mut *mut ArrowArray,
    pub(super) dictionary: *mut ArrowArray,
    pub(super) release: Option<unsafe extern "C" fn(*mut ArrowArray)>,
    pub(super) private_data: *mut c_void,
}

/// Batches one after another: `struct ArrowArrayStream` of Arrow's C stream interface.
#[repr(C)]
#[derive(Debug)]
pub struct ArrowArrayStream {
    pub(super) get_schema:
        Option<unsafe extern "C" fn(*mut ArrowArrayStream, *mut ArrowSchema) -> c_int>,
    pub(super) get_next:
        Option<unsafe extern "C" fn(*mut ArrowArrayStream, *mut ArrowArray) -> c_int>,
    pub(super) get_last_error: Option<unsafe extern "C" fn(*mut ArrowArrayStream) -> *const c_char>,
    pub(super) release: Option<unsafe extern "C" fn(*mut ArrowArrayStream)>,
    pub(super) private_data: *mut c_void,
}

/// A struct that is released by its own function, which then takes the function's place away.
pub(super) trait Base: Sized {
    /// One that was released.
    const RELEASED: Self;

    fn release(&mut self) -> &mut Option<unsafe extern "C" fn(*mut Self)>;
}

impl Base for ArrowSchema {
    const RELEASED: Self = Self {
        format: std::ptr::null(),
        name: std::ptr::null(),
        metadata: std::ptr::null(),
        flags: 0,
        n_children: 0,
        children: std::ptr::null_mut(),
        dictionary: std::ptr::null_mut(),
        release: None,
        private_data: std::ptr::null_mut(),
    };

    fn release(&mut self) -> &mut Option<unsafe extern "C" fn(*mut Self)> {
        &mut self.release
    }
}

impl Base for ArrowArray {
    const RELEASED: Self = Self {
        length: 0,
        null_count: 0,
        offset: 0,
        n_buffers: 0,
        n_children: 0,
        buffers: std::ptr::null_mut(),
        children: std::ptr::null_mut(),
        dictionary: std::ptr::null_mut(),
        release: None,
        private_data: std::ptr::null_mut(),
    };

    fn release(&mut self) -> &mut Option<unsafe extern "C" fn(*mut Self)> {
        &mut self.release
    }
}

impl Base for ArrowArrayStream {
    const RELEASED: Self = Self {
        get_schema: None,
        get_next: None,
        get_last_error: None,
        release: None,
        private_data: std::ptr::null_mut(),
    };

    fn release(&mut self) -> &mut Option<unsafe extern "C" fn(*mut Self)> {
        &mut self.release
    }
}

/// A struct that is ours to release, which happens once, whatever becomes of the call.
#[derive(Debug)]
pub(super) struct Owned<T: Base>(T);

impl<T: Base> Owned<T> {
    /// Nothing to release.
    pub(super) const fn released() -> Self {
        Self(T::RELEASED)
    }

    /// Moves a struct out of the place where its producer or host has it: what stays there is one that
    /// was released.
    ///
    /// # Safety
    /// `place` is not NULL, is aligned, and is a struct as Arrow has it or one that was released.
    pub(super) unsafe fn take(place: *mut T) -> Self {
        // SAFETY: the caller's promise.
        let mut moved = unsafe { place.read() };
        if moved.release().is_some() {
            // SAFETY: the caller's promise. Only this field: the others are not ours any more.
            unsafe { *(*place).release() = None };
        } else {
            moved = T::RELEASED;
        }
        Self(moved)
    }

    pub(super) fn is_released(&mut self) -> bool {
        self.0.release().is_none()
    }

    pub(super) const fn get(&self) -> &T {
        &self.0
    }

    /// Where the struct lies, for its own functions.
    pub(super) const fn place(&mut self) -> *mut T {
        &raw mut self.0
    }

    /// Hands the struct on: who gets it releases it.
    pub(super) fn into_inner(mut self) -> T {
        std::mem::replace(&mut self.0, T::RELEASED)
    }
}

impl<T: Base> Drop for Owned<T> {
    fn drop(&mut self) {
        if let Some(release) = *self.0.release() {
            // SAFETY: it was moved out of its place, so nobody else releases it; its function may be
            // called from any thread, as Arrow has it.
            unsafe { release(&raw mut self.0) };
        }
    }
}

// SAFETY: Arrow's structs may be used and released on any thread, by one at a time.
unsafe impl<T: Base> Send for Owned<T> {}
// SAFETY: behind a shared reference nothing of it is called, and what it points to is only read.
unsafe impl Sync for Owned<ArrowArray> {}
// What it points to is not ours to leave half-done.
impl<T: Base> RefUnwindSafe for Owned<T> {}
