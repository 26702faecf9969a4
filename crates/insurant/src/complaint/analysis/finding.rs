//! What an analysis has to say of single complaints, beside the late ones.

use crate::closed::closed;
use std::collections::BTreeSet;

closed! {
    /// What an analysis found.
    AnalysisFindingKind {
        /// A complaint goes on as part of another that is not among those looked at. It may be
        /// elsewhere; if it is nowhere, nobody looks after the matter.
        AbsentSurvivor = "absent_survivor",
        /// A procedure that the complaint was judged by gave it no clock, such as one not in force
        /// then. What has no due date stands in no figure of what is on time.
        NoClock = "no_clock",
    }
}

/// Something found of some complaints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisFinding {
    /// What.
    pub kind: AnalysisFindingKind,
    /// Of how many complaints.
    pub count: u64,
    /// The first of them by id, each with what it names: the survivor, or the procedures.
    pub complaints: Vec<(String, String)>,
}

/// The first by id, so many at most, and the count of all.
#[derive(Debug, Clone, Default)]
pub(super) struct Findings {
    count: u64,
    first: BTreeSet<(String, String)>,
}

impl Findings {
    pub(super) fn add(&mut self, complaint: &str, named: &str, most: usize) {
        self.count += 1;
        self.first.insert((complaint.to_owned(), named.to_owned()));
        if self.first.len() > most {
            self.first.pop_last();
        }
    }

    /// `None` when nothing was found.
    pub(super) fn of(self, kind: AnalysisFindingKind) -> Option<AnalysisFinding> {
        (self.count > 0).then(|| AnalysisFinding {
            kind,
            count: self.count,
            complaints: self.first.into_iter().collect(),
        })
    }
}
