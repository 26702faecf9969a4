//! The levels of an insurer (A-56).

use crate::closed::closed;

closed! {
    /// A level of the organisation, the highest first.
    OrgLevel {
        /// The whole company.
        HeadOffice = "head_office",
        /// A provincial branch.
        Province = "province",
        /// A municipal branch.
        City = "city",
        /// A sub-branch.
        County = "county",
        /// A front-line unit.
        FrontLine = "front_line",
    }
}

impl OrgLevel {
    /// Whether this level has the authority of the other: it is the same or higher.
    ///
    /// # Example
    /// ```
    /// use insurant::organisation::OrgLevel;
    /// assert!(OrgLevel::Province.at_least(OrgLevel::City));
    /// assert!(!OrgLevel::City.at_least(OrgLevel::Province));
    /// ```
    #[must_use]
    pub const fn at_least(self, least: Self) -> bool {
        self as u8 <= least as u8
    }
}
