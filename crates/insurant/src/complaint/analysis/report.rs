//! The analysis report: what there is to say about the figures, as data for sentences.

use super::action::ActionReport;
use super::groups::{Group, GroupKey};
use super::late::{Late, Lates};
use super::{AnalysisFinding, CountTrend, Dimension, Form, Rate, RateTrend};
use insurant_rules::order::InOrder;
use std::cmp::Reverse;

/// What rose and fell, the top causes, the late ones, and the actions due.
#[derive(Debug, Clone)]
pub struct Report {
    /// Figures at the top that rose, in the order of the form.
    pub figures_up: Vec<Figure>,
    /// Figures at the top that fell.
    pub figures_down: Vec<Figure>,
    /// Groups of which more was received than before, the largest rise first.
    pub groups_up: Vec<Change>,
    /// Groups of which less was received, the largest fall first.
    pub groups_down: Vec<Change>,
    /// The causes received most, those that tie with the last included. The unclassified are
    /// none of them.
    pub top_causes: Vec<TopCause>,
    /// Complaints that were due and late, those that waited longest first.
    pub late: Vec<Late>,
    /// Actions not done, in order of the day they are due.
    pub actions_due: Vec<ActionReport>,
    /// What else was found of single complaints, each kind once.
    pub findings: Vec<AnalysisFinding>,
}

/// A figure at the top that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Its name in the form.
    pub name: &'static str,
    /// How it changed.
    pub trend: Trend,
}

/// How a figure changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// A count.
    Count(CountTrend),
    /// A rate.
    Rate(RateTrend),
}

/// A group of which more or less was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The way of telling complaints apart.
    pub by: Dimension,
    /// The group.
    pub key: GroupKey,
    /// What was received.
    pub received: CountTrend,
}

/// One of the causes received most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopCause {
    /// 1 for the first; causes that tie have the same.
    pub rank: usize,
    /// The group.
    pub group: Group,
}

impl Report {
    pub(super) fn of(form: &Form, lates: Lates) -> Self {
        let mut due: Vec<ActionReport> = form
            .actions
            .iter()
            .filter(|a| a.is_due())
            .cloned()
            .collect();
        due.order_by(|a, b| {
            let key =
                |report: &ActionReport| (report.action.due_on, report.action.action_id.clone());
            key(a).cmp(&key(b))
        });
        let [up, down] = [1, -1].map(|sign| (figures(form, sign), changes(form, sign)));
        Self {
            figures_up: up.0,
            figures_down: down.0,
            groups_up: up.1,
            groups_down: down.1,
            top_causes: top_causes(form),
            late: lates.into_list(),
            actions_due: due,
            findings: Vec::new(),
        }
    }
}

/// The figures that rose, or fell.
fn figures(form: &Form, sign: i64) -> Vec<Figure> {
    let counts = form
        .counts()
        .into_iter()
        .map(|(name, trend)| (name, trend.difference().signum(), Trend::Count(trend)));
    let rates = form.rates().into_iter().map(|(name, trend)| {
        let direction = match trend.difference() {
            Rate::Known { num, .. } => i64::try_from(num.signum()).unwrap_or_default(),
            Rate::Undefined(_) => 0,
        };
        (name, direction, Trend::Rate(trend))
    });
    let all = counts.chain(rates);
    all.filter(|(_, direction, _)| *direction == sign)
        .map(|(name, _, trend)| Figure { name, trend })
        .collect()
}

/// The groups that rose, or fell, by how much.
fn changes(form: &Form, sign: i64) -> Vec<Change> {
    let of = |by: Dimension| {
        form.by(by).iter().map(move |group| Change {
            by,
            key: group.key.clone(),
            received: CountTrend {
                now: group.now.received,
                before: group.before.received,
            },
        })
    };
    let all = Dimension::ALL.iter().copied().flat_map(of);
    let mut changes: Vec<Change> = all
        .filter(|change| change.received.difference().signum() == sign)
        .collect();
    // Stable: what ties stays in the order of the form.
    changes.order_by_key(|change| Reverse(change.received.difference().unsigned_abs()));
    let keep = first_with_ties(&changes, form.spec.top, |c| {
        c.received.difference().unsigned_abs()
    });
    changes.truncate(keep);
    changes
}

fn top_causes(form: &Form) -> Vec<TopCause> {
    let received = |group: &&Group| group.key != GroupKey::Unstated && group.now.received > 0;
    let mut groups: Vec<&Group> = form.by_cause.iter().filter(received).collect();
    groups.order_by_key(|group| Reverse(group.now.received));
    let keep = first_with_ties(&groups, form.spec.top, |group| group.now.received);
    let mut top: Vec<TopCause> = Vec::new();
    for (i, group) in groups.into_iter().take(keep).enumerate() {
        let tie = top
            .last()
            .filter(|last| last.group.now.received == group.now.received);
        let rank = tie.map_or(i + 1, |last| last.rank);
        top.push(TopCause {
            rank,
            group: group.clone(),
        });
    }
    top
}

/// How many come first, with those that tie with the last of them.
fn first_with_ties<T>(sorted: &[T], most: usize, of: impl Fn(&T) -> u64) -> usize {
    let last = most
        .checked_sub(1)
        .and_then(|last| sorted.get(last))
        .map(&of);
    match last {
        Some(last) => sorted.iter().take_while(|item| of(item) >= last).count(),
        None => sorted.len().min(most),
    }
}
