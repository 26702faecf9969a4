//! The customers that everybody decides on, and a function written by hand for their rules.

/// The measures that the rules of benches/portfolio/workload.toml read; money in cents.
#[derive(Clone, Copy)]
pub(crate) struct Measures {
    pub(crate) insured: bool,
    pub(crate) ever_insured: bool,
    pub(crate) annual_premium: i64,
    pub(crate) claim_free_years: i64,
    /// Over 12 and 36 months, as the next two.
    pub(crate) incurred: [i64; 2],
    pub(crate) earned: [i64; 2],
    pub(crate) claims: [i64; 2],
}

pub(crate) const HIGH: u32 = 8;
pub(crate) const MANY: u32 = 16;
pub(crate) const HEAVY: u32 = 32;

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as i64
    }

    fn once_in(&mut self, times: i64) -> bool {
        self.below(times) == 0
    }
}

/// The same customers for the same count. Every rule is met by some, and every threshold hit exactly.
pub(crate) fn customers(count: usize) -> Vec<Measures> {
    let mut dice = Dice(7);
    let mut one = || {
        let year = if dice.once_in(8) {
            0
        } else {
            1 + dice.below(400_000)
        };
        let earned = [year, year * 3];
        let on_the_threshold = dice.once_in(16);
        let claims = if dice.once_in(3) { dice.below(6) } else { 0 };
        let incurred = match claims {
            _ if on_the_threshold => [earned[0], earned[1] * 3 / 10],
            0 => [0, dice.below(earned[1] + 1)],
            _ => [dice.below(earned[0] * 3 + 1), dice.below(earned[1] + 1)],
        };
        let insured = !dice.once_in(5);
        Measures {
            insured,
            ever_insured: insured || dice.once_in(2),
            annual_premium: if dice.once_in(10) {
                500_000 - 1 + dice.below(3)
            } else {
                dice.below(600_000)
            },
            claim_free_years: dice.below(6),
            incurred,
            earned,
            claims: [claims, claims + dice.below(2)],
        }
    };
    (0..count).map(|_| one()).collect()
}

impl Measures {
    /// A loss ratio as a double, for those who know no fractions; below 0 where nothing was earned.
    pub(crate) fn loss_ratio(&self, window: usize) -> f64 {
        if self.earned[window] > 0 {
            self.incurred[window] as f64 / self.earned[window] as f64
        } else {
            -1.0
        }
    }

    /// What those read who take JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "insured": self.insured,
            "ever_insured": self.ever_insured,
            "annual_premium": self.annual_premium,
            "claim_free_years": self.claim_free_years,
            "loss_ratio_12m": self.loss_ratio(0),
            "loss_ratio_36m": self.loss_ratio(1),
            "claim_count_12m": self.claims[0],
            "claim_count_36m": self.claims[1],
        })
    }
}

/// The rules as one would write them who never changes them: the category in the three lowest bits,
/// then a bit an alert, then the criterion.
#[inline(never)]
pub(crate) fn by_hand(of: &Measures) -> u32 {
    let above = |window: usize, percent: i64| {
        of.earned[window] > 0 && of.incurred[window] * 100 > of.earned[window] * percent
    };
    let category = if of.insured && of.annual_premium >= 500_000 {
        4
    } else if of.insured && of.claim_free_years >= 3 && of.earned[1] > 0 && !above(1, 30) {
        3
    } else if of.insured {
        2
    } else {
        u32::from(of.ever_insured)
    };
    let high = if above(0, 100) { HIGH } else { 0 };
    let many = if of.claims[1] >= 3 { MANY } else { 0 };
    let heavy = if of.claims[0] >= 3 && above(0, 150) {
        HEAVY
    } else {
        0
    };
    category | high | many | heavy
}
