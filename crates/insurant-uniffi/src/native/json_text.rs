//! JSON of any form.

/// JSON as text, where the form is the host's own: a rulebook, a value as it was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonText(pub(crate) String);

uniffi::custom_type!(JsonText, String, {
    lower: |json| json.0,
    try_lift: |text| Ok(JsonText(text)),
});
