//! What two logs, or more, say differently of one merge.

use crate::closed::closed;
use crate::code;
use insurant_rules::{Instant, Problem};

closed! {
    /// How the two sides of a merge do not go together.
    MergeFaultKind {
        /// A complaint goes on as part of another, whose log took nothing up: its clocks would run
        /// from its own receipt.
        NotAbsorbed = "merge_not_absorbed",
        /// A complaint goes on as part of one that had ended before.
        SurvivorEnded = "survivor_ended",
        /// A log took up a complaint that was not merged into it.
        NotMerged = "absorbed_not_merged",
        /// A complaint was taken up by several.
        AbsorbedTwice = "absorbed_twice",
        /// A log took up a complaint with another receipt than that one's own log has.
        OtherReceipt = "absorbed_receipt",
        /// A complaint goes on as part of one of which nothing is known.
        AbsentSurvivor = "absent_survivor",
        /// A log took up a complaint of which nothing is known.
        AbsentAbsorbed = "absent_absorbed",
    }
}

impl MergeFaultKind {
    /// Whether the other side may simply be elsewhere; what is no warning is wrong.
    #[must_use]
    pub const fn is_warning(self) -> bool {
        matches!(self, Self::AbsentSurvivor | Self::AbsentAbsorbed)
    }
}

/// A merge whose sides do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeFault {
    /// The complaint that ends, or was taken up.
    pub ending: String,
    /// Those that it goes on in, as far as any log says so; by their ids.
    pub survivors: Vec<String>,
    /// How they do not go together.
    pub kind: MergeFaultKind,
    /// The receipt that the survivor's log names, and the one of the other's own log, where it is
    /// about these.
    pub receipts: Option<[Instant; 2]>,
}

impl MergeFault {
    /// Whether a complaint has to do with it.
    #[must_use]
    pub fn concerns(&self, id: &str) -> bool {
        self.ending == id || self.survivors.iter().any(|survivor| survivor == id)
    }

    /// The fault as a problem. `named` says how the host knows a complaint, such as by its line.
    #[must_use]
    pub fn problem(&self, named: impl Fn(&str) -> String) -> Problem {
        use MergeFaultKind as Kind;
        let ending = named(&self.ending);
        let survivors: Vec<String> = self.survivors.iter().map(|id| named(id)).collect();
        let survivors = survivors.join(" and ");
        let (code, message, remedy) = match self.kind {
            Kind::NotAbsorbed => (
                code::MERGE_NOT_ABSORBED,
                format!(
                    "{ending} goes on as part of {survivors}, whose log did not take it up: its \
                     clocks would leave out the earlier receipt"
                ),
                "write `absorbed` into the log of the one that goes on; `complaint_merge` makes both events",
            ),
            Kind::SurvivorEnded => (
                code::SURVIVOR_ENDED,
                format!("{ending} goes on as part of {survivors}, which had ended before"),
                "reopen the one that goes on before the merge, or merge into one that is open",
            ),
            Kind::NotMerged => (
                code::ABSORBED_NOT_MERGED,
                format!("{survivors} took up {ending}, whose log was not merged into it"),
                "write `merged_into` into the log of the one that ends; `complaint_merge` makes both events",
            ),
            Kind::AbsorbedTwice => (
                code::ABSORBED_TWICE,
                format!("{ending} was taken up more than once: by {survivors}"),
                "keep `absorbed` in the log that it goes on in",
            ),
            Kind::OtherReceipt => (
                code::ABSORBED_RECEIPT,
                format!("{survivors} took up {ending} with another receipt than that one's own"),
                "write the receipt of the other's log into `absorbed`",
            ),
            Kind::AbsentSurvivor => (
                code::ABSENT_SURVIVOR,
                format!(
                    "{ending} goes on as part of {survivors}, of which there is no good line here"
                ),
                "make sure that somebody looks after it",
            ),
            Kind::AbsentAbsorbed => (
                code::ABSENT_ABSORBED,
                format!(
                    "{survivors} took up {ending}, of which there is no good line here: its \
                     receipt cannot be checked"
                ),
                "give its log as well",
            ),
        };
        let problem = Problem::new(code, message).remedy(remedy);
        match self.receipts {
            Some([said, own]) => problem.found(said.to_string()).expected(own.to_string()),
            None => problem,
        }
    }
}
