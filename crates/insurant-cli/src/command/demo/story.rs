//! What may have happened to a customer: a synthetic portfolio is made of such stories.

/// A customer's story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// Insured with us for some years, with few claims.
    Loyal,
    /// Never insured here.
    Stranger,
    /// Means to insure.
    Interested,
    /// Left a while ago.
    Gone,
    /// Cover ended some weeks ago and none follows.
    Lapsing,
    /// A firm with large premiums.
    Large,
    /// A firm that won a large tender.
    Tender,
    /// A firm with a name.
    Notable,
    /// An agency that brings much business.
    LargePartner,
    /// An agency that brings some.
    Partner,
    /// A client of the large agency.
    PartnersClient,
    /// Several claims in a year.
    Claimer,
    /// A loss larger than the premium.
    Loss,
    /// Many claims and a very high loss ratio.
    Bad,
    /// Signs of fraud.
    Fraud,
    /// Hard to settle with.
    Hard,
    /// Bought cover shortly before a catastrophe.
    Storm,
    /// On the blacklist.
    Listed,
    /// Was on the blacklist.
    Delisted,
    /// A fleet: many units, many claims, no bad risk.
    Fleet,
    /// Records were lost when the systems changed.
    Migrated,
    /// Cancelled, with a refund.
    Cancelled,
    /// Changed cover in mid-term.
    Endorsed,
    /// Signed for a term that has not begun.
    Bound,
}

/// Every story, and how often it is told in ten thousand.
pub(super) const STORIES: &[(Story, u32)] = &[
    (Story::Loyal, 5600),
    (Story::Stranger, 650),
    (Story::Interested, 650),
    (Story::Gone, 400),
    (Story::Lapsing, 200),
    (Story::Large, 150),
    (Story::Tender, 40),
    (Story::Notable, 20),
    (Story::LargePartner, 1),
    (Story::Partner, 39),
    (Story::PartnersClient, 50),
    (Story::Claimer, 500),
    (Story::Loss, 200),
    (Story::Bad, 50),
    (Story::Fraud, 20),
    (Story::Hard, 20),
    (Story::Storm, 10),
    (Story::Listed, 30),
    (Story::Delisted, 20),
    (Story::Fleet, 350),
    (Story::Migrated, 300),
    (Story::Cancelled, 300),
    (Story::Endorsed, 300),
    (Story::Bound, 100),
];

#[cfg(test)]
mod tests {
    use super::STORIES;

    #[test]
    fn the_shares_add_up() {
        assert_eq!(STORIES.iter().map(|(_, share)| share).sum::<u32>(), 10_000);
    }
}
