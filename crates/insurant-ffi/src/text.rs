//! Texts: borrowed going in, an object coming out.

use crate::fault::Fault;
use crate::pointer::{Output, bytes, input, take_back};
use crate::status::InsurantStatus;
use insurant_ffi_export::export;

/// A text that somebody else owns: UTF-8, `len` bytes, no NUL needed at the end. Going in, it is
/// borrowed until the call returns. Coming out, it lives as long as the object it was asked of.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InsurantStr {
    /// The first byte; may be NULL when `len` is 0.
    pub ptr: *const u8,
    /// The number of bytes.
    pub len: usize,
}

impl InsurantStr {
    pub(crate) const fn of(text: &str) -> Self {
        Self {
            ptr: text.as_ptr(),
            len: text.len(),
        }
    }

    pub(crate) const EMPTY: Self = Self::of("");

    /// # Safety
    /// `ptr` points to `len` bytes that nobody changes for as long as the result is used.
    pub(crate) unsafe fn get<'a>(self, name: &str) -> Result<&'a str, Fault> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { bytes(self.ptr, self.len, name) }?;
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Fault::of_call(
                InsurantStatus::BadUtf8,
                name,
                format!("`{name}` is not UTF-8 from byte {} on", error.valid_up_to()),
            )
        })?;
        if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
            return Err(Fault::of_call(
                InsurantStatus::EmbeddedNul,
                name,
                format!("`{name}` holds a NUL at byte {position}"),
            ));
        }
        Ok(text)
    }
}

/// A text that the library made, such as canonical JSON.
pub struct InsurantText(Box<str>);

impl InsurantText {
    /// With a NUL behind it, for hosts that print it as it is.
    pub(crate) fn new(mut text: String) -> Self {
        text.push('\0');
        Self(text.into_boxed_str())
    }

    fn text(&self) -> &str {
        self.0.strip_suffix('\0').unwrap_or(&self.0)
    }
}

/// The text itself, which lives as long as the object. A NUL stands behind it, uncounted.
///
/// # Safety
/// `text` is NULL or a text that was not freed; `out` is NULL or points to a writable InsurantStr.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_text_get(
    text: *const InsurantText,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let (text, out) = unsafe { (input(text, "text")?, Output::new(out, "out")?) };
    out.write(InsurantStr::of(text.text()));
    Ok(())
}

/// Frees a text. NULL is nothing.
///
/// # Safety
/// `text` is NULL or a text that was not freed.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_text_free(text: *mut InsurantText) -> InsurantStatus {
    // SAFETY: the caller's promise.
    unsafe { take_back(text) };
    Ok(())
}
