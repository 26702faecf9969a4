//! Status numbers: explicit, in families, never reused.

use crate::pointer::Output;
use crate::text::InsurantStr;
use insurant_ffi_export::export;

/// How a call ended. Numbers are never reused: 100 to 199 say that the call itself was wrong, 200
/// to 299 that what was handed over was, 300 to 399 that something is not there, 400 to 499 that
/// the library refuses or was stopped, 900 on that it is at fault itself.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::enum_variant_names,
    reason = "the words are those of the header"
)]
pub enum InsurantStatus {
    /// It did what it was asked for.
    Ok = 0,
    /// A pointer that must not be NULL is.
    NullPointer = 100,
    /// A pointer is not aligned for what it points to.
    Misaligned = 101,
    /// A text is not UTF-8.
    BadUtf8 = 102,
    /// A text holds a NUL character.
    EmbeddedNul = 103,
    /// The `size` of a struct is smaller than any version of it, or not set.
    BadSize = 104,
    /// The stride of an array is smaller than its rows, or leaves them unaligned.
    BadStride = 105,
    /// A number is none of its enumeration.
    BadEnum = 106,
    /// A length or count is larger than memory can be.
    TooLarge = 107,
    /// An index, position or count is out of its range.
    OutOfRange = 108,
    /// Something is wrong with a document or a JSON input; the error lists everything.
    BadInput = 200,
    /// Something is wrong with the facts of a customer; the error lists everything.
    BadFacts = 201,
    /// What came over Arrow's C interface is not as Arrow has it, or whoever made it broke off.
    BadArrow = 202,
    /// No operation of this name.
    UnknownOperation = 300,
    /// No rulebook of this name.
    UnknownRulebook = 301,
    /// The rulebook is not in force on that day.
    NotInForce = 302,
    /// The caller asked to stop.
    Cancelled = 400,
    /// The event of a complaint is refused. That is an answer: it is written, and `err` is not.
    Refused = 401,
    /// The library failed inside. The host may go on; the handles that took part in the call are as
    /// they were before it.
    Panic = 900,
}

impl InsurantStatus {
    /// Every status.
    pub const ALL: &'static [Self] = &[
        Self::Ok,
        Self::NullPointer,
        Self::Misaligned,
        Self::BadUtf8,
        Self::EmbeddedNul,
        Self::BadSize,
        Self::BadStride,
        Self::BadEnum,
        Self::TooLarge,
        Self::OutOfRange,
        Self::BadInput,
        Self::BadFacts,
        Self::BadArrow,
        Self::UnknownOperation,
        Self::UnknownRulebook,
        Self::NotInForce,
        Self::Cancelled,
        Self::Refused,
        Self::Panic,
    ];

    /// The word, which is also the code of an error that is the call's own.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NullPointer => "null_pointer",
            Self::Misaligned => "misaligned",
            Self::BadUtf8 => "bad_utf8",
            Self::EmbeddedNul => "embedded_nul",
            Self::BadSize => "bad_size",
            Self::BadStride => "bad_stride",
            Self::BadEnum => "bad_enum",
            Self::TooLarge => "too_large",
            Self::OutOfRange => "out_of_range",
            Self::BadInput => "bad_input",
            Self::BadFacts => "bad_facts",
            Self::BadArrow => "bad_arrow",
            Self::UnknownOperation => "unknown_operation",
            Self::UnknownRulebook => "unknown_rulebook",
            Self::NotInForce => "not_in_force",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
            Self::Panic => "panic",
        }
    }
}

/// The word of a status number, such as `bad_utf8`. The text lives as long as the library.
///
/// # Safety
/// `out` is NULL or points to a writable InsurantStr.
#[export]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn insurant_status_word(
    status: i32,
    out: *mut InsurantStr,
) -> InsurantStatus {
    // SAFETY: the caller's promise.
    let out = unsafe { Output::new(out, "out") }?;
    let known = InsurantStatus::ALL.iter().find(|s| **s as i32 == status);
    let Some(known) = known else {
        return Err(crate::fault::Fault::bad_enum(
            "status",
            status,
            "InsurantStatus",
            "a number of the header",
        ));
    };
    out.write(InsurantStr::of(known.word()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::InsurantStatus;

    /// Numbers that hosts were compiled with. A line may be added here, and none changed.
    #[test]
    fn numbers_are_pinned() {
        let pinned = [
            ("ok", 0),
            ("null_pointer", 100),
            ("misaligned", 101),
            ("bad_utf8", 102),
            ("embedded_nul", 103),
            ("bad_size", 104),
            ("bad_stride", 105),
            ("bad_enum", 106),
            ("too_large", 107),
            ("out_of_range", 108),
            ("bad_input", 200),
            ("bad_facts", 201),
            ("bad_arrow", 202),
            ("unknown_operation", 300),
            ("unknown_rulebook", 301),
            ("not_in_force", 302),
            ("cancelled", 400),
            ("refused", 401),
            ("panic", 900),
        ];
        let now: Vec<(&str, i32)> = InsurantStatus::ALL
            .iter()
            .map(|status| (status.word(), *status as i32))
            .collect();
        assert_eq!(now, pinned);
    }
}
