//! Rows of CSV (RFC 4180).

/// Rows in the making.
#[derive(Default)]
pub(crate) struct Row {
    bytes: Vec<u8>,
    begun: bool,
}

impl Row {
    /// Everything so far.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds a cell; in quotation marks when it needs them (RFC 4180).
    pub(crate) fn field(&mut self, text: &str) {
        if self.begun {
            self.bytes.push(b',');
        }
        self.begun = true;
        if text
            .bytes()
            .any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r'))
        {
            self.bytes.push(b'"');
            for byte in text.bytes() {
                if byte == b'"' {
                    self.bytes.push(b'"');
                }
                self.bytes.push(byte);
            }
            self.bytes.push(b'"');
        } else {
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }

    /// Ends the row.
    pub(crate) fn end(&mut self) {
        self.bytes.push(b'\n');
        self.begun = false;
    }
}
