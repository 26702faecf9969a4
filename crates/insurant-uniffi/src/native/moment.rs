//! Instants with their offset.

/// An instant, with the offset of the clock that it was read from, `2024-01-31T10:00:00+08:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment(pub(crate) String);

uniffi::custom_type!(Moment, String, {
    lower: |moment| moment.0,
    try_lift: |text| Ok(Moment(text)),
});
