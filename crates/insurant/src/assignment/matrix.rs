//! The points of every customer with every manager.
//!
//! Each part of the rules reads few facts, so that few answers are put together to many: what a part
//! says is worked out once for each combination of the facts that it reads.

use super::facts::{Customer, Manager};
use super::rules::{AssignmentRules, Bar, Found, Part, Setting};
use super::solve::FORBIDDEN;
use crate::category::Category;
use std::collections::HashMap;

/// What a part says of a manager: the points, and whether they may.
type Said = (i32, bool);
/// The answers of one part, by manager.
type Answers = Box<[Said]>;
/// The facts that a part reads.
type Read<'c> = (Part, Option<Category>, Option<&'c str>, Option<&'c str>);
/// Which answers a customer gets, part by part.
pub(super) type Profile = [u32; 5];

/// Points by customer and manager.
pub(super) struct Matrix<'r> {
    pub(super) rules: &'r AssignmentRules,
    pub(super) setting: Setting<'r>,
    pub(super) managers: &'r [Manager],
    /// Why a manager takes on nobody.
    pub(super) barred: Vec<Option<Bar<'r>>>,
    answers: Vec<Answers>,
    pub(super) profiles: Vec<Profile>,
    /// For each profile that there is, the points, or that a rule forbids.
    pub(super) rows: Vec<Box<[i32]>>,
    /// The row of each customer.
    pub(super) row_of: Vec<u32>,
}

impl<'r> Matrix<'r> {
    pub(super) fn new(
        rules: &'r AssignmentRules,
        setting: Setting<'r>,
        barred: Vec<Option<Bar<'r>>>,
        customers: &[&Customer],
    ) -> Self {
        let managers = setting.register.managers();
        let mut matrix = Self {
            rules,
            setting,
            managers,
            barred,
            answers: Vec::new(),
            profiles: Vec::with_capacity(customers.len()),
            rows: Vec::new(),
            row_of: Vec::with_capacity(customers.len()),
        };
        let mut known: HashMap<Read<'_>, u32> = HashMap::new();
        let mut rows: HashMap<Profile, u32> = HashMap::new();
        for customer in customers {
            let profile = Part::ALL.map(|part| {
                let (category, first, second) = part.reads(customer);
                let read = (part, category, first, second);
                *known
                    .entry(read)
                    .or_insert_with(|| matrix.answer(part, customer))
            });
            let row = *rows.entry(profile).or_insert_with(|| {
                let row = matrix.row(profile);
                matrix.rows.push(row);
                number(matrix.rows.len() - 1)
            });
            matrix.profiles.push(profile);
            matrix.row_of.push(row);
        }
        matrix
    }

    fn answer(&mut self, part: Part, customer: &Customer) -> u32 {
        let said = self.managers.iter().map(|manager| {
            let mut found = Found::default();
            self.rules
                .part(part, &self.setting, customer, manager, &mut found);
            (small(found.fit.total()), found.bars.is_empty())
        });
        let said = said.collect();
        self.answers.push(said);
        number(self.answers.len() - 1)
    }

    fn row(&self, profile: Profile) -> Box<[i32]> {
        let sum = self.summed(profile).zip(&self.barred);
        sum.map(|((points, may), barred)| match barred {
            None if may => points,
            _ => FORBIDDEN,
        })
        .collect()
    }

    /// Points and permission of each manager, by the parts of the rules.
    pub(super) fn summed(&self, profile: Profile) -> impl Iterator<Item = Said> {
        let [a, b, c, d, e] = profile.map(|answers| {
            let answers = self.answers.get(answers as usize);
            answers.map_or(&[][..], |answers| answers).iter()
        });
        let all = a.zip(b).zip(c).zip(d).zip(e);
        all.map(|((((a, b), c), d), e)| {
            let all = [a, b, c, d, e];
            let points = all.iter().map(|(points, _)| *points).sum();
            (points, all.iter().all(|(_, may)| *may))
        })
    }
}

/// Points of one part; rules keep them far below this.
pub(super) fn small(points: i64) -> i32 {
    i32::try_from(points).unwrap_or(if points < 0 {
        i32::MIN / 8
    } else {
        i32::MAX / 8
    })
}

pub(super) fn number(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
