//! The one place where what C hands over is looked at.
//!
//! A pointer is checked for NULL, alignment and size; that it points to live memory of its type is
//! the caller's promise, which each export states.

use crate::fault::Fault;
use crate::status::InsurantStatus;
use std::marker::PhantomData;

/// The largest length that memory can have.
const MOST: usize = isize::MAX.unsigned_abs();

/// Where a result goes: written at the end of a call, or not at all.
pub(crate) struct Output<T>(*mut T);

impl<T> Output<T> {
    /// # Safety
    /// `pointer` is NULL or points to memory of a `T` that may be written until the call ends.
    pub(crate) unsafe fn new(pointer: *mut T, name: &str) -> Result<Self, Fault> {
        check(pointer, name)?;
        Ok(Self(pointer))
    }

    /// For a struct that begins with its own size, which the caller has set.
    ///
    /// # Safety
    /// As [`Self::new`], and the `size` at its beginning is set.
    pub(crate) unsafe fn sized(pointer: *mut T, name: &str) -> Result<(Self, usize), Fault> {
        check(pointer, name)?;
        // SAFETY: not NULL and aligned; the struct begins with its size, which the caller has set.
        // Nothing else of it needs to be initialised.
        let size = unsafe { pointer.cast::<usize>().read() };
        check_size::<T>(size, name)?;
        Ok((Self(pointer), size))
    }

    /// Writes the result.
    pub(crate) fn write(self, value: T) {
        // SAFETY: not NULL and aligned by `new`; writable by the caller's promise.
        unsafe { self.0.write(value) };
    }
}

impl<T> Output<*mut T> {
    /// Hands a new object over to the caller.
    pub(crate) fn hand_over(self, object: T) {
        self.write(Box::into_raw(Box::new(object)));
    }
}

/// What a pointer points to.
///
/// # Safety
/// `pointer` is NULL or points to a `T` that nobody changes until the call ends.
pub(crate) unsafe fn input<'a, T>(pointer: *const T, name: &str) -> Result<&'a T, Fault> {
    check(pointer, name)?;
    // SAFETY: not NULL and aligned; the rest is the caller's promise.
    Ok(unsafe { &*pointer })
}

/// What a pointer points to, for a call that changes it.
///
/// # Safety
/// `pointer` is NULL or points to a `T` that nobody else looks at until the call ends.
pub(crate) unsafe fn exclusive<'a, T>(pointer: *mut T, name: &str) -> Result<&'a mut T, Fault> {
    check(pointer, name)?;
    // SAFETY: not NULL and aligned; the rest is the caller's promise.
    Ok(unsafe { &mut *pointer })
}

/// Takes an object back; NULL is nothing.
///
/// # Safety
/// `object` is NULL, or came from [`Output::hand_over`] and was not taken back before.
pub(crate) unsafe fn take_back<T>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(object) });
    }
}

/// Bytes.
///
/// # Safety
/// `pointer` points to `len` bytes that nobody changes for as long as the result is used, or
/// `len` is 0.
pub(crate) unsafe fn bytes<'a>(
    pointer: *const u8,
    len: usize,
    name: &str,
) -> Result<&'a [u8], Fault> {
    if len == 0 {
        return Ok(&[]);
    }
    if pointer.is_null() {
        return Err(Fault::null(name));
    }
    if len > MOST {
        return Err(too_large(name, len));
    }
    // SAFETY: not NULL, not longer than memory; the rest is the caller's promise.
    Ok(unsafe { std::slice::from_raw_parts(pointer, len) })
}

/// Rows of C, each `stride` bytes after the one before: rows of a later version may be longer.
#[derive(Debug)]
pub(crate) struct Rows<'a, T> {
    first: *const u8,
    count: usize,
    stride: usize,
    of: PhantomData<&'a T>,
}

impl<T> Clone for Rows<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<'_, T> {}

// SAFETY: rows are plain data of C that is only read, and that nobody changes, which the promise of
// `new` covers for what they point to as well; so they may be read from any thread.
unsafe impl<T> Sync for Rows<'_, T> {}
// SAFETY: as above.
unsafe impl<T> Send for Rows<'_, T> {}

impl<'a, T> Rows<'a, T> {
    /// # Safety
    /// `first` points to `count` rows, each `stride` bytes after the one before, that nobody
    /// changes for as long as the result is used; or `count` is 0.
    #[inline]
    pub(crate) unsafe fn new(
        first: *const T,
        count: usize,
        stride: usize,
        name: &str,
    ) -> Result<Self, Fault> {
        if count > 0 {
            check(first, name)?;
            check_stride::<T>(count, stride, name)?;
        }
        Ok(Self {
            first: first.cast(),
            count,
            stride,
            of: PhantomData,
        })
    }

    /// No rows.
    pub(crate) const fn none() -> Self {
        Self {
            first: std::ptr::null(),
            count: 0,
            stride: 0,
            of: PhantomData,
        }
    }

    #[inline]
    pub(crate) fn get(&self, position: usize) -> Option<&'a T> {
        (position < self.count).then(|| {
            // SAFETY: within the rows, by the promise of `new`, which has seen that the product
            // fits; aligned, since the first is and the stride keeps it.
            unsafe {
                &*self
                    .first
                    .add(position.wrapping_mul(self.stride))
                    .cast::<T>()
            }
        })
    }

    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a T> + Clone {
        (0..self.count).map(move |position| {
            // SAFETY: as in `get`; `new` has seen that the product fits.
            unsafe {
                &*self
                    .first
                    .add(position.wrapping_mul(self.stride))
                    .cast::<T>()
            }
        })
    }
}

/// Rows that a call writes, each by one thread.
pub(crate) struct OutRows<T> {
    first: *mut u8,
    count: usize,
    stride: usize,
    of: PhantomData<T>,
}

// SAFETY: rows are plain data of C; each is written by one thread only, which `row` asks of its
// caller.
unsafe impl<T> Sync for OutRows<T> {}

impl<T> OutRows<T> {
    /// # Safety
    /// As [`Rows::new`], and nobody else looks at the rows until the call ends.
    pub(crate) unsafe fn new(
        first: *mut T,
        count: usize,
        stride: usize,
        name: &str,
    ) -> Result<Self, Fault> {
        if count > 0 {
            check(first, name)?;
            check_stride::<T>(count, stride, name)?;
        }
        Ok(Self {
            first: first.cast(),
            count,
            stride,
            of: PhantomData,
        })
    }

    /// One row.
    ///
    /// # Safety
    /// No two threads have the same row at one time.
    #[allow(clippy::mut_from_ref, reason = "rows are distinct memory, see Safety")]
    pub(crate) unsafe fn row(&self, position: usize) -> Option<&mut T> {
        (position < self.count).then(|| {
            // SAFETY: within the rows by the promise of `new`, alone by that of this function.
            unsafe { &mut *self.first.add(position * self.stride).cast::<T>() }
        })
    }
}

/// Whether something may be at a pointer.
#[inline]
pub(crate) fn check<T>(pointer: *const T, name: &str) -> Result<(), Fault> {
    if pointer.is_null() {
        return Err(Fault::null(name));
    }
    if !pointer.is_aligned() {
        return Err(misaligned(name));
    }
    Ok(())
}

#[inline]
fn check_stride<T>(count: usize, stride: usize, name: &str) -> Result<(), Fault> {
    if stride < size_of::<T>() || !stride.is_multiple_of(align_of::<T>()) {
        return Err(bad_stride(stride, name));
    }
    match count.checked_mul(stride) {
        Some(bytes) if bytes <= MOST => Ok(()),
        _ => Err(too_large(name, count)),
    }
}

#[cold]
fn misaligned(name: &str) -> Fault {
    Fault::of_call(
        InsurantStatus::Misaligned,
        name,
        format!("`{name}` is not aligned for what it points to"),
    )
}

#[cold]
fn bad_stride(stride: usize, name: &str) -> Fault {
    let problem = insurant_rules::Problem::new(
        insurant_rules::Code::new(InsurantStatus::BadStride.word()),
        format!("rows of `{name}` do not fit their stride"),
    )
    .found(stride.to_string())
    .expected("the sizeof of a row");
    Fault::with(InsurantStatus::BadStride, name, problem)
}

/// Checks the `size` that a struct begins with.
#[inline]
pub(crate) fn check_size<T>(size: usize, name: &str) -> Result<(), Fault> {
    if size >= size_of::<T>() {
        return Ok(());
    }
    Err(bad_size(size, size_of::<T>(), name))
}

#[cold]
fn bad_size(size: usize, least: usize, name: &str) -> Fault {
    let problem = insurant_rules::Problem::new(
        insurant_rules::Code::new(InsurantStatus::BadSize.word()),
        format!("`{name}.size` is too small"),
    )
    .found(size.to_string())
    .expected(format!("at least {least}"))
    .remedy("set it to the sizeof of the struct before the call");
    Fault::with(InsurantStatus::BadSize, format!("{name}.size"), problem)
}

#[cold]
fn too_large(name: &str, found: usize) -> Fault {
    Fault::of_call(
        InsurantStatus::TooLarge,
        name,
        format!("`{name}` is longer than memory: {found}"),
    )
}
