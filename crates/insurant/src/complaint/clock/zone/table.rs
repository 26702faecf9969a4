//! The changes of a zone's clocks, as the IANA database's compiled form (TZif, RFC 9636) has them.

use super::rule::Rule;

/// The changes of a zone, looked at where they lie in the library.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// The instants of the changes, in order.
    times: &'static [[u8; 8]],
    /// What each changes to, a position in `offsets`.
    kinds: &'static [u8],
    /// Offsets from UTC, in the first four bytes of each.
    offsets: &'static [[u8; 6]],
    /// How clocks change after the last of them.
    rule: Option<Rule>,
}

impl Table {
    /// No change ever, and no offset.
    pub(super) const UTC: Self = Self {
        times: &[],
        kinds: &[],
        offsets: &[],
        rule: None,
    };

    /// Reads the compiled form; `None` when it is none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Self> {
        // The first block has 32-bit instants and is there for programs of another age.
        let (header, rest) = Header::read(bytes)?;
        let (header, rest) = Header::read(rest.get(header.length(4)..)?)?;
        let (times, rest) = rest.split_at_checked(header.times * 8)?;
        let (kinds, rest) = rest.split_at_checked(header.times)?;
        let (offsets, rest) = rest.split_at_checked(header.kinds * 6)?;
        let behind = header.length(8) - header.times * 9 - header.kinds * 6;
        let footer = std::str::from_utf8(rest.get(behind..)?).ok()?;
        let footer = footer.strip_prefix('\n')?.strip_suffix('\n')?;
        let rule = match footer {
            "" => None,
            text => Some(Rule::parse(text)?),
        };
        Some(Self {
            times: times.as_chunks().0,
            kinds,
            offsets: offsets.as_chunks().0,
            rule,
        })
    }

    /// The offset from UTC at an instant, in seconds.
    pub(super) fn offset(&self, seconds: i64) -> i64 {
        let past = self
            .times
            .partition_point(|time| i64::from_be_bytes(*time) <= seconds);
        if let (true, Some(rule)) = (past == self.times.len(), &self.rule) {
            return rule.offset(seconds);
        }
        // Before the first change clocks showed the first offset.
        let kind = past.checked_sub(1).and_then(|last| self.kinds.get(last));
        let kind = kind.map_or(0, |kind| usize::from(*kind));
        match self.offsets.get(kind) {
            Some(&[a, b, c, d, ..]) => i64::from(i32::from_be_bytes([a, b, c, d])),
            None => 0,
        }
    }
}

/// How many there are of everything in a block.
struct Header {
    times: usize,
    kinds: usize,
    /// What the offsets do not need: names, leap seconds, indicators.
    names: usize,
    leaps: usize,
    indicators: usize,
}

impl Header {
    fn read(bytes: &'static [u8]) -> Option<(Self, &'static [u8])> {
        let rest = bytes.strip_prefix(b"TZif")?.get(16..)?;
        let (counts, rest) = rest.split_at_checked(24)?;
        let count = |bytes: &[u8; 4]| usize::try_from(u32::from_be_bytes(*bytes)).ok();
        let [universal, standard, leaps, times, kinds, names] = counts.as_chunks().0 else {
            return None;
        };
        let header = Self {
            times: count(times)?,
            kinds: count(kinds)?,
            names: count(names)?,
            leaps: count(leaps)?,
            indicators: count(universal)? + count(standard)?,
        };
        Some((header, rest))
    }

    /// The length of the block in bytes, where an instant has so many.
    const fn length(&self, instant: usize) -> usize {
        self.times * (instant + 1)
            + self.kinds * 6
            + self.names
            + self.leaps * (instant + 4)
            + self.indicators
    }
}
