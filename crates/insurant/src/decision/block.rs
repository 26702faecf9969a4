//! Deciding on 64 customers at once, for engines that assess whole portfolios.

use super::assess::DatedRules;
use super::verdict::RuleBits;
use crate::category::{Category, Standing};
use crate::facts::CustomerView;
use crate::measure::Scratch;
use crate::rulebook::Finding;
use insurant_rules::Slot;
use insurant_rules::program::{Block, SUBJECTS, Values};

/// Up to 64 customers, measured and not yet decided on. Kept from block to block.
#[derive(Debug, Clone)]
pub struct CustomerBlock {
    pub(super) block: Block,
    pub(super) listed: u64,
    /// Those whose slots hold numbers of which it is not yet said that they are known.
    pub(super) folded: u64,
    /// Those among them whose claim-free years a pending claim leaves open.
    pub(super) pending: u64,
}

/// What was decided on the customers of a block, by their place in it.
///
/// The same as [`crate::Verdict`] says of one by one: places at which no customer was put say
/// nothing.
#[derive(Debug, Clone)]
pub struct BlockVerdicts {
    /// The category; `None` in a rulebook without categories.
    pub category: [Option<Category>; SUBJECTS],
    /// What the host shows first.
    pub standing: [Standing; SUBJECTS],
    /// The alerts raised, in order of id.
    pub alerts: [RuleBits; SUBJECTS],
    /// The blacklist criteria that propose an entry, in order of id.
    pub proposals: [RuleBits; SUBJECTS],
}

impl DatedRules<'_> {
    /// An empty block for these rules.
    #[must_use]
    pub fn block(&self) -> CustomerBlock {
        CustomerBlock {
            block: Block::new(self.rules.program()),
            listed: 0,
            folded: 0,
            pending: 0,
        }
    }

    /// Measures a customer and puts it at a place of a block, 0 to 63. False when a sum does not
    /// fit: such a customer is to be assessed by itself ([`DatedRules::assess`]), whatever the block
    /// says of it.
    #[inline]
    pub fn put<V: CustomerView>(
        &self,
        block: &mut CustomerBlock,
        place: usize,
        view: &V,
        scratch: &mut Scratch,
    ) -> bool {
        let bit = 1_u64 << (place & 63);
        let listed = view
            .entries()
            .any(|entry| entry.in_effect(self.dated.as_of));
        block.listed = block.listed & !bit | if listed { bit } else { 0 };
        let slots = &mut block.block;
        let measured = self
            .dated
            .each_slot(view, scratch, |slot, value| slots.set(slot, place, value));
        measured.is_ok()
    }

    /// Decides on the customers of a block.
    ///
    /// # Example
    /// ```
    /// use insurant::facts::{CustomerFacts, CustomerKind};
    /// use insurant::{Date, Engine, Scratch};
    /// let (engine, as_of) = (Engine::builtin()?, Date::parse("2024-07-01").unwrap());
    /// let rules = engine.rules("cn-property", as_of)?;
    /// let (dated, mut scratch) = (rules.on(as_of), Scratch::new());
    /// let customer = rules.check(CustomerFacts::new("C-1", CustomerKind::Individual))?;
    /// let mut block = dated.block();
    /// assert!(dated.put(&mut block, 5, &customer, &mut scratch));
    /// let verdicts = dated.decide_block(&mut block);
    /// assert_eq!(verdicts.category[5], dated.assess(&customer, &mut scratch).category);
    /// # Ok::<(), insurant::Problems>(())
    /// ```
    #[must_use]
    pub fn decide_block(&self, block: &mut CustomerBlock) -> BlockVerdicts {
        let program = self.rules.program();
        program.answer_block(&mut block.block);
        let mut verdicts = BlockVerdicts {
            category: [None; SUBJECTS],
            standing: [Standing::Clear; SUBJECTS],
            alerts: [RuleBits::default(); SUBJECTS],
            proposals: [RuleBits::default(); SUBJECTS],
        };
        let mut open = !0_u64;
        for rule in &self.rules.categories {
            let take = open & block.block.truths(program, rule.rule.when).yes;
            open &= !take;
            each(take, &mut verdicts.category, |category| {
                *category = Some(rule.category);
            });
        }
        self.raise(&self.rules.alerts, block, &mut verdicts.alerts);
        self.raise(&self.rules.criteria, block, &mut verdicts.proposals);
        for (standing, alerts) in verdicts.standing.iter_mut().zip(&verdicts.alerts) {
            if alerts.meets(self.rules.watch) {
                *standing = Standing::Watch;
            }
        }
        each(block.listed, &mut verdicts.standing, |standing| {
            *standing = Standing::Blacklisted;
        });
        verdicts
    }

    fn raise(&self, findings: &[Finding], block: &CustomerBlock, raised: &mut [RuleBits]) {
        let program = self.rules.program();
        for (i, finding) in findings.iter().enumerate() {
            let truths = block.block.truths(program, finding.rule.when);
            each(truths.yes, raised, |bits| bits.insert(i));
        }
    }

    /// The values of an expression compiled beside the rulebook, of all customers of a block that was
    /// decided on, when they lie in a slot; else [`Self::block_value`] has them one by one.
    #[must_use]
    #[inline]
    pub fn block_values<'b>(
        &self,
        position: usize,
        block: &'b CustomerBlock,
    ) -> Option<Values<'b>> {
        let expression = self.rules.expressions().get(position)?;
        block.block.column(self.rules.program(), expression.value)
    }

    /// The value of an expression of one customer of a block that was decided on.
    #[must_use]
    pub fn block_value(&self, position: usize, block: &CustomerBlock, place: usize) -> Slot {
        let expression = self.rules.expressions().get(position);
        expression.map_or(Slot::UNKNOWN, |expression| {
            block
                .block
                .value(self.rules.program(), expression.value, place)
        })
    }
}

/// Does something for each place of a set.
#[inline]
fn each<T>(mut places: u64, of: &mut [T], mut act: impl FnMut(&mut T)) {
    while places != 0 {
        let place = usize::try_from(places.trailing_zeros()).unwrap_or(0);
        places &= places - 1;
        if let Some(one) = of.get_mut(place) {
            act(one);
        }
    }
}
